package dev.lamina.training;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lamina.training.model.Model;
import dev.lamina.training.model.Predictor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** Lamina as a part of a larger program. */
class EmbeddingTest {

  private static final int TOGETHER = 4;

  @Test
  void trainingsSideBySideDrawWhatEachDrawsAlone() throws InterruptedException, ExecutionException {
    List<Model> alone = new ArrayList<>();
    for (int seed = 0; seed < TOGETHER; seed++) {
      alone.add(trained(seed));
    }

    ExecutorService threads = Executors.newFixedThreadPool(TOGETHER);
    List<Future<Model>> together = new ArrayList<>();
    for (int training = 0; training < 3 * TOGETHER; training++) {
      int seed = training % TOGETHER;
      together.add(threads.submit(() -> trained(seed)));
    }
    threads.shutdown();

    for (int training = 0; training < together.size(); training++) {
      Model model = together.get(training).get();
      assertThat(model.weights()).isEqualTo(alone.get(training % TOGETHER).weights());
    }
  }

  /** As in application servers, whose threads often have the server's class loader. */
  @Test
  void aContextClassLoaderThatKnowsNothingOfLaminaDoesNotMatter()
      throws IOException, InterruptedException {
    ChildJvm child = ChildJvm.of(ForeignLoader.class);

    assertThat(child.exitCode()).as(child.errors()).isZero();
    assertThat(child.output().strip()).isEqualTo(outputs(trained(1)));
  }

  private static Model trained(int seed) {
    return Trainer.create()
        .train(Xor.network(), Xor.plan().epochs(20).seed(seed), Xor.data())
        .model();
  }

  private static String outputs(Model model) {
    return Arrays.deepToString(model.predict(Xor.features()));
  }

  /** What the child runs: nothing of ND4J was loaded before. */
  static final class ForeignLoader {

    private ForeignLoader() {}

    public static void main(String[] arguments) throws IOException {
      Thread.currentThread().setContextClassLoader(ClassLoader.getPlatformClassLoader());
      Path file = Files.createTempFile("trained", ".lamina");
      try {
        Model trained = trained(1);
        trained.save(file);
        Model loaded = Model.load(file);
        try (Predictor<double[]> predictor = loaded.predictor()) {
          boolean same =
              predictor.predict(Xor.features()[1]).outputs()[0]
                  == trained.predict(Xor.features()[1])[0];
          System.out.println(same ? outputs(loaded) : "other outputs");
        }
      } finally {
        Files.delete(file);
      }
    }
  }
}
