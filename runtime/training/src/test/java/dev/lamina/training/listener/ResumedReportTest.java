package dev.lamina.training.listener;

import static dev.lamina.dsl.Metrics.loss;
import static dev.lamina.dsl.Metrics.training;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lamina.dsl.network.Network;
import dev.lamina.dsl.training.TrainingPlan;
import dev.lamina.training.Trainer;
import dev.lamina.training.TrainingListener;
import dev.lamina.training.TrainingListener.Start;
import dev.lamina.training.TrainingResult;
import dev.lamina.training.Xor;
import dev.lamina.training.checkpoint.Checkpoints;
import dev.lamina.training.data.Split;
import dev.lamina.training.history.Epoch;
import dev.lamina.training.history.History;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ResumedReportTest {

  private static final Network NETWORK = Xor.network();
  private static final TrainingPlan PLAN = Xor.plan().epochs(4);
  private static final Split DATA = Split.of(Xor.data(), Xor.data());

  @TempDir private Path folder;

  @Test
  void aTrainingThatIsResumedShowsTheEpochsBefore() throws IOException {
    ReportListener listener = new ReportListener(folder.resolve("report.html"), () -> 0);
    History earlier = new History(List.of(epoch(1), epoch(2)));

    listener.trainingStarted(new Start(NETWORK, PLAN, DATA, OptionalInt.of(2), earlier));
    listener.epochEnded(epoch(3));

    ReportPage page = ReportPage.read(folder.resolve("report.html"));
    assertThat(page.text("header")).contains("3 of at most 4 epochs are done.");
    assertThat(page.values("metric-0", 0)).containsExactly("1", "0.5", "0.3333");
  }

  @Test
  void aResumedTrainingIsToldOfTheEpochsBefore() {
    Path checkpoints = folder.resolve("checkpoints");
    AtomicReference<Start> heard = new AtomicReference<>();
    TrainingListener hearing =
        new TrainingListener() {
          @Override
          public void trainingStarted(Start start) {
            heard.set(start);
          }
        };
    Trainer writing = Trainer.create().checkpoints(Checkpoints.in(checkpoints));
    TrainingResult first = writing.train(NETWORK, PLAN.epochs(2), DATA);

    TrainingResult resumed = Trainer.create().listener(hearing).resume(checkpoints, DATA);

    assertThat(heard.get().earlier()).isEqualTo(first.history());
    assertThat(resumed.history()).isEqualTo(first.history());
  }

  private static Epoch epoch(int number) {
    return new Epoch(number, Map.of(training(loss()), 1.0 / number), 0.1, 0.5);
  }
}
