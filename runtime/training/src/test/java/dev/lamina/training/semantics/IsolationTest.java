package dev.lamina.training.semantics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lamina.training.TrainingListener;
import dev.lamina.training.model.Model;
import dev.lamina.training.model.Weights;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.memory.MemoryWorkspace;
import org.nd4j.linalg.api.memory.conf.WorkspaceConfiguration;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** The caller's ND4J is left as it was: random generator, data types, workspaces, settings. */
class IsolationTest {

  private static final int DRAWS = 6;
  private final DataType type = Nd4j.dataType();
  private final DataType floatingType = Nd4j.defaultFloatingPointType();

  @AfterEach
  void restoreTypes() {
    Nd4j.setDefaultDataTypes(type, floatingType);
  }

  @Test
  void numbersDrawnAfterTrainingAreThoseDrawnWithoutIt()
      throws ExecutionException, InterruptedException {
    double[] undisturbed = drawsAround(() -> true);

    double[] around = drawsAround(() -> !RandomRun.weights().layers().isEmpty());

    assertThat(around).containsExactly(undisturbed);
  }

  @Test
  void aFreshlySeededGeneratorIsUntouchedToo() {
    Nd4j.getRandom().setSeed(5);
    double expected = Nd4j.rand(2, 2).getDouble(1, 1);
    Nd4j.getRandom().setSeed(5);

    Weights weights = RandomRun.weights();

    assertThat(weights.layers()).isNotEmpty();
    assertThat(Nd4j.getRandom().getSeed()).isEqualTo(5);
    assertThat(Nd4j.rand(2, 2).getDouble(1, 1)).isEqualTo(expected);
  }

  @Test
  void aGeneratorThatIsNeverSeededKeepsItsState() {
    long root = Nd4j.getRandom().rootState();
    long node = Nd4j.getRandom().nodeState();
    long seed = Nd4j.getRandom().getSeed();

    Weights weights = RandomRun.weights();

    assertThat(weights.layers()).isNotEmpty();
    assertThat(Nd4j.getRandom().rootState()).isEqualTo(root);
    assertThat(Nd4j.getRandom().nodeState()).isEqualTo(node);
    assertThat(Nd4j.getRandom().getSeed()).isEqualTo(seed);
  }

  @Test
  void modelsLeaveTheGeneratorAloneWhenMadeAskedSavedAndLoaded(@TempDir Path folder)
      throws ExecutionException, InterruptedException {
    Path file = folder.resolve("model.lamina");
    double[] undisturbed = drawsAround(() -> true);

    double[] around =
        drawsAround(
            () -> {
              Model model = RandomRun.result(RandomRun.PLAN, new TrainingListener() {}).model();
              model.withWeights(model.weights()).save(file);
              Model loaded = Model.load(file);
              double loss = loaded.evaluate(RandomRun.samples(5)).loss();
              return loaded.predict(new double[4])[0] + loss + loaded.unwrap().score() != 0;
            });

    assertThat(around).containsExactly(undisturbed);
  }

  @Test
  void defaultDataTypesNeitherChangeNorMatter() {
    Weights plain = RandomRun.weights();
    Nd4j.setDefaultDataTypes(DataType.DOUBLE, DataType.DOUBLE);

    Weights weights = RandomRun.weights();

    assertThat(weights).isEqualTo(plain);
    assertThat(Nd4j.dataType()).isEqualTo(DataType.DOUBLE);
    assertThat(Nd4j.defaultFloatingPointType()).isEqualTo(DataType.DOUBLE);
  }

  @Test
  void anOpenWorkspaceIsNeitherUsedNorClosed() {
    Weights plain = RandomRun.weights();
    WorkspaceConfiguration megabyte = WorkspaceConfiguration.builder().initialSize(1 << 20).build();

    try (MemoryWorkspace mine =
        Nd4j.getWorkspaceManager().getAndActivateWorkspace(megabyte, "the caller's")) {
      INDArray kept = Nd4j.createFromArray(1.5, -2.5);
      long used = mine.getPrimaryOffset();

      Weights weights = RandomRun.weights();

      assertThat(weights).isEqualTo(plain);
      assertThat(mine.isScopeActive()).isTrue();
      assertThat(Nd4j.getMemoryManager().getCurrentWorkspace()).isSameAs(mine);
      assertThat(mine.getPrimaryOffset()).isEqualTo(used).isPositive();
      assertThat(kept.isAttached()).isTrue();
      assertThat(kept.toDoubleVector()).containsExactly(1.5, -2.5);
    }

    Nd4j.getWorkspaceManager().destroyAllWorkspacesForCurrentThread();
  }

  @Test
  void threadsAndPropertiesStayAsTheyAre() {
    int threads = Nd4j.getEnvironment().maxThreads();
    int masterThreads = Nd4j.getEnvironment().maxMasterThreads();
    Object properties = System.getProperties().clone();

    Weights weights = RandomRun.weights();

    assertThat(weights.layers()).isNotEmpty();
    assertThat(Nd4j.getEnvironment().maxThreads()).isEqualTo(threads);
    assertThat(Nd4j.getEnvironment().maxMasterThreads()).isEqualTo(masterThreads);
    assertThat(System.getProperties()).isEqualTo(properties);
  }

  /**
   * Numbers of each kind, the second half drawn after some work, from the generator of a new
   * thread: every thread has its own, and the next normal number may be left over from an earlier
   * draw.
   */
  private static double[] drawsAround(Callable<Boolean> work)
      throws ExecutionException, InterruptedException {
    ExecutorService thread = Executors.newSingleThreadExecutor();
    try {
      return thread.submit(() -> drawsHereAround(work)).get();
    } finally {
      thread.shutdown();
    }
  }

  private static double[] drawsHereAround(Callable<Boolean> work) throws Exception {
    Nd4j.getRandom().setSeed(31);
    double[] draws = new double[2 * DRAWS];
    draw(draws, 0);
    assertThat(work.call()).isTrue();
    draw(draws, DRAWS);
    return draws;
  }

  private static void draw(double[] into, int from) {
    into[from] = Nd4j.getRandom().nextDouble();
    into[from + 1] = Nd4j.getRandom().nextInt();
    into[from + 2] = Nd4j.rand(DataType.DOUBLE, 3, 3).sumNumber().doubleValue();
    into[from + 3] = Nd4j.getRandom().nextGaussian();
    into[from + 4] = Nd4j.randn(DataType.DOUBLE, 4).sumNumber().doubleValue();
    into[from + 5] = Nd4j.getRandom().nextLong();
  }
}
