package dev.lamina.training.evaluation;

import static dev.lamina.dsl.metric.Averaging.MACRO;
import static dev.lamina.dsl.metric.Averaging.WEIGHTED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.lamina.training.data.Dataset;
import dev.lamina.training.data.named.NamedDatasets;
import java.util.List;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/**
 * The figures of scikit-learn 1.9.1 for a fixed rule on the data that is shipped: the probability
 * of a class is proportional to {@code 1 / (1 + d^2)} with the distance d from the mean of the
 * class over some rows.
 *
 * <pre>{@code
 * def nearest(x, y, k, learned):
 *     width = len(x[0]); c = [[0.0] * width for _ in range(k)]; n = [0] * k
 *     for i in learned:
 *         n[y[i]] += 1
 *         for j in range(width): c[y[i]][j] += x[i][j]
 *     c = [[v / n[a] for v in c[a]] for a in range(k)]
 *     p = []
 *     for row in x:
 *         s = [1 / (1 + sum((v - m) * (v - m) for v, m in zip(row, c[a]))) for a in range(k)]
 *         p.append([v / sum(s) for v in s])
 *     return c, p
 * c, p = nearest(iris_x, iris_y, 3, range(0, 150, 5))
 * c, p = nearest(digits_x, digits_y, 10, range(100))
 * roc_auc_score(y, p, multi_class='ovr'); average_precision_score(np.eye(k)[y], p)
 * log_loss(y, p); brier_score_loss(y, p); top_k_accuracy_score(y, p, k=2)
 * }</pre>
 */
class ShippedDataTest {

  private static final Offset<Double> TINY = within(1e-12);

  @Test
  void theFiguresOfIrisAreThoseOfScikitLearn() {
    Nearest nearest = Nearest.of(NamedDatasets.iris(), 3, IntStream.range(0, 30).map(i -> 5 * i));

    ClassificationReport report =
        ClassificationReport.of(
            nearest.classes, nearest.probabilities(), List.of("setosa", "versicolor", "virginica"));

    assertThat(report.confusion().counts())
        .containsExactly(List.of(50L, 0L, 0L), List.of(0L, 48L, 2L), List.of(0L, 14L, 36L));
    assertThat(report.confusion().accuracy()).isCloseTo(0.8933333333333333, TINY);
    assertThat(report.confusion().matthewsCorrelation()).isCloseTo(0.8481820113081204, TINY);
    assertThat(report.confusion().cohensKappa()).isCloseTo(0.84, TINY);
    assertThat(report.confusion().average(MACRO).f1()).isCloseTo(0.8917748917748919, TINY);
    assertThat(report.rocAuc()).isCloseTo(0.9862666666666667, TINY);
    assertThat(report.averagePrecision()).isCloseTo(0.9747701239817098, TINY);
    assertThat(report.logLoss()).isCloseTo(0.3641415888721635, TINY);
    assertThat(report.brierScore()).isCloseTo(0.18061302589302997, TINY);
    assertThat(report.topKAccuracy(2)).isEqualTo(1);
  }

  @Test
  void theFiguresOfDigitsAreThoseOfScikitLearn() {
    Nearest nearest = Nearest.of(NamedDatasets.digits(), 10, IntStream.range(0, 100));

    ClassificationReport report =
        ClassificationReport.of(
            nearest.classes,
            nearest.probabilities(),
            IntStream.range(0, 10).mapToObj(String::valueOf).toList());

    assertThat(report.confusion().counts().get(8))
        .containsExactly(1L, 4L, 13L, 0L, 2L, 3L, 3L, 6L, 128L, 14L);
    assertThat(report.confusion().accuracy()).isCloseTo(0.7573734001112966, TINY);
    assertThat(report.confusion().balancedAccuracy()).isCloseTo(0.7572222135629485, TINY);
    assertThat(report.confusion().matthewsCorrelation()).isCloseTo(0.733818145946065, TINY);
    assertThat(report.confusion().cohensKappa()).isCloseTo(0.7304522565350082, TINY);
    assertThat(report.confusion().average(WEIGHTED).f1()).isCloseTo(0.7538804702768052, TINY);
    assertThat(report.rocAuc()).isCloseTo(0.9620341668637717, TINY);
    assertThat(report.averagePrecision()).isCloseTo(0.8332200118920433, TINY);
    assertThat(report.logLoss()).isCloseTo(1.7240379328162416, TINY);
    assertThat(report.brierScore()).isCloseTo(0.7395408641396245, TINY);
    assertThat(report.topKAccuracy(2)).isCloseTo(0.8747913188647746, TINY);
  }

  /** The width of a petal as the mean of the class that is nearest. */
  @Test
  void theFiguresOfNumbersOfIrisAreThoseOfScikitLearn() {
    Nearest nearest = Nearest.of(NamedDatasets.iris(), 3, IntStream.range(0, 30).map(i -> 5 * i));
    double[] widths = Scored.column(nearest.features, 3);
    double[] predicted = new double[150];
    double[][] probabilities = nearest.probabilities();
    for (int row = 0; row < 150; row++) {
      double[] each = probabilities[row];
      int found = each[0] > each[1] ? 0 : (each[1] > each[2] ? 1 : 2);
      predicted[row] = nearest.means[found][3];
    }

    RegressionScores scores = RegressionReport.of(widths, predicted).average();

    assertThat(scores.meanAbsoluteError()).isCloseTo(0.18586666666666662, TINY);
    assertThat(scores.rootMeanSquaredError()).isCloseTo(0.2573583752927683, TINY);
    assertThat(scores.medianAbsoluteError()).isCloseTo(0.13999999999999968, TINY);
    assertThat(scores.maxError()).isCloseTo(1.0600000000000003, TINY);
    assertThat(scores.meanAbsolutePercentageError()).isCloseTo(0.23804406290759833, TINY);
    assertThat(scores.rSquared()).isCloseTo(0.8852372917772067, TINY);
    assertThat(scores.explainedVariance()).isCloseTo(0.8852650150283123, TINY);
  }

  /** The rule. */
  private record Nearest(double[][] features, int[] classes, double[][] means) {

    static Nearest of(Dataset data, int count, IntStream learned) {
      double[][] features = new double[data.size()][data.featureWidth()];
      int[] classes = new int[data.size()];
      double[] target = new double[1];
      for (int row = 0; row < data.size(); row++) {
        data.copyFeatures(row, features[row], 0);
        data.copyTargets(row, target, 0);
        classes[row] = (int) target[0];
      }
      double[][] means = new double[count][data.featureWidth()];
      int[] samples = new int[count];
      learned.forEach(
          row -> {
            samples[classes[row]]++;
            for (int j = 0; j < features[row].length; j++) {
              means[classes[row]][j] += features[row][j];
            }
          });
      for (int index = 0; index < count; index++) {
        for (int j = 0; j < means[index].length; j++) {
          means[index][j] /= samples[index];
        }
      }
      return new Nearest(features, classes, means);
    }

    double[][] probabilities() {
      double[][] found = new double[features.length][means.length];
      for (int row = 0; row < found.length; row++) {
        double sum = 0;
        for (int index = 0; index < means.length; index++) {
          double squares = 0;
          for (int j = 0; j < means[index].length; j++) {
            double distance = features[row][j] - means[index][j];
            squares += distance * distance;
          }
          found[row][index] = 1 / (1 + squares);
          sum += found[row][index];
        }
        for (int index = 0; index < means.length; index++) {
          found[row][index] /= sum;
        }
      }
      return found;
    }
  }
}
