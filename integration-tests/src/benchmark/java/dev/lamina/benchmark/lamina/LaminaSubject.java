package dev.lamina.benchmark.lamina;

import static dev.lamina.dsl.Metrics.loss;
import static dev.lamina.dsl.Metrics.training;

import dev.lamina.benchmark.subject.Predictor;
import dev.lamina.benchmark.subject.Subject;
import dev.lamina.benchmark.subject.Trained;
import dev.lamina.benchmark.work.Digits;
import dev.lamina.benchmark.work.Kind;
import dev.lamina.benchmark.work.Net;
import dev.lamina.benchmark.work.Samples;
import dev.lamina.dsl.network.Network;
import dev.lamina.dsl.training.TrainingPlan;
import dev.lamina.training.Trainer;
import dev.lamina.training.TrainingListener;
import dev.lamina.training.TrainingResult;
import dev.lamina.training.data.Dataset;
import dev.lamina.training.history.Epoch;
import dev.lamina.training.model.Classification;
import dev.lamina.training.model.Model;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Lamina: {@code Trainer} and {@code Model}. */
public final class LaminaSubject implements Subject {

  /** Passes before predictions are measured. */
  private static final int PASSES = 3;

  /** What a training without an estimate begins with. */
  private static final int FIRST_EPOCHS = 2;

  private static final int MOST_EPOCHS = 5_000;

  private final Map<Net, Dataset> data = new EnumMap<>(Net.class);
  private final Map<Net, Double> secondsOfEpoch = new EnumMap<>(Net.class);

  @Override
  public long parameters(Net net) {
    return Descriptions.network(net).outline().parameters().total();
  }

  /** By the time of each epoch that {@code History} gives, without the first of each training. */
  @Override
  public Trained train(Net net, double seconds) {
    Dataset dataset = data.computeIfAbsent(net, key -> dataset(Samples.of(key)));
    double spent = 0;
    int timed = 0;
    TrainingResult result;
    do {
      result = train(net, dataset, epochs(net, seconds - spent));
      List<Epoch> epochs = result.history().epochs();
      List<Epoch> warm = epochs.subList(1, epochs.size());
      double here = warm.stream().mapToDouble(Epoch::seconds).sum();
      secondsOfEpoch.put(net, here / warm.size());
      spent += here;
      timed += warm.size();
    } while (spent < seconds);
    double[] losses = result.history().values(training(loss()));
    return new Trained(spent / timed / net.batchCount(), losses[0], losses[losses.length - 1]);
  }

  /** As many as take so long; one more, which is not timed. */
  private int epochs(Net net, double seconds) {
    double each = secondsOfEpoch.getOrDefault(net, Double.POSITIVE_INFINITY);
    return (int) Math.min(MOST_EPOCHS, Math.max(FIRST_EPOCHS, 1 + Math.ceil(seconds / each)));
  }

  private static TrainingResult train(Net net, Dataset dataset, int epochs) {
    Network network = Descriptions.network(net);
    TrainingPlan plan = Descriptions.plan(net).epochs(epochs);
    return Trainer.create().train(network, plan, dataset);
  }

  @Override
  public Predictor predictor(Net net) {
    Model model = train(net, dataset(Samples.of(net)), PASSES).model();
    double[][] rows = Samples.of(net, Kind.ROWS_AT_ONCE).wide();
    return new Predictor() {
      @Override
      public double row(int index) {
        return model.predict(rows[index])[0];
      }

      @Override
      public double rows() {
        return model.predict(rows)[rows.length - 1][0];
      }
    };
  }

  @Override
  public double fit(Digits digits) {
    Model model = train(Net.DIGITS, dataset(digits.training()), Digits.EPOCHS).model();
    int[] predicted =
        model.classify(digits.test().wide()).stream().mapToInt(Classification::index).toArray();
    return digits.test().accuracy(predicted);
  }

  @Override
  public void steps(Net net, int count, Runnable afterFirst) {
    TrainingListener first =
        new TrainingListener() {
          @Override
          public void batchEnded(BatchEnd end) {
            if (end.epoch() == 1) {
              afterFirst.run();
            }
          }
        };
    Dataset batch = dataset(Samples.of(net, net.batchSize()));
    TrainingPlan plan = Descriptions.plan(net).epochs(count);
    TrainingResult result =
        Trainer.create().listener(first).train(Descriptions.network(net), plan, batch);
    if (result.history().size() != count) {
      throw new IllegalStateException("training ended early: " + result.stopReason());
    }
  }

  private static Dataset dataset(Samples samples) {
    double[][] targets = new double[samples.size()][samples.outputs()];
    float[][] given = samples.targets();
    for (int row = 0; row < targets.length; row++) {
      for (int output = 0; output < samples.outputs(); output++) {
        targets[row][output] = given[row][output];
      }
    }
    return Dataset.of(samples.wide(), targets);
  }
}
