package dev.lamina.training.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A file that an older version wrote, with a layer of each kind; the figures are its own. */
class FirstFormatTest {

  @TempDir private Path folder;
  private Path file;

  @BeforeEach
  void copyTheFile() throws IOException {
    file = folder.resolve("format-1.lamina");
    try (InputStream stream = FirstFormatTest.class.getResourceAsStream("format-1.lamina")) {
      Files.copy(stream, file);
    }
  }

  @Test
  void itsNetworkPlanAndWeightsAreWhatTheyWere() {
    Model model = Model.load(file);

    assertThat(model.network())
        .hasToString(
            "sequential(input(4), gaussianNoise(0.1), dense(6).initializer(orthogonal()).l2(0.01)"
                + ".frozen().named(\"held\"), batchNorm().frozen(), stack(dense(6).gelu()"
                + ".biasInitializer(truncatedNormal()).maxNorm(2).dropConnect(0.2),"
                + " gaussianDropout(0.2)), dense(6).selu().weightDecay(0.1).biasL2(0.1),"
                + " alphaDropout(0.2), dense(6).noBias(), mish(), batchNorm().named(\"norm\"),"
                + " dropout(0.2), dense(3).softmax(2).named(\"classes\")).named(\"golden\")");
    assertThat(model.plan())
        .hasToString(
            "training(categoricalFocalCrossEntropy(), adamW(warmUp(3, cosineRestarts(0.01, 5)))"
                + ".decayBiases()).epochs(4).batchSize(8).seed(11).measure(accuracy())"
                + ".stopWhen(earlyStopping(validation(loss())).patience(3))"
                + ".adjustRate(reduceOnPlateau(training(loss())).patience(1).minDelta(10))"
                + ".clipGlobalNorm(1)");
    assertThat(model.weights().vector("classes", "bias"))
        .containsExactly(-8.803984383121133E-4, 0.0393618568778038, -0.051802605390548706);
    assertThat(model.weights().hashCode()).isEqualTo(97843820);
  }

  @Test
  void itPredictsWhatItDid() {
    double[] outputs = Model.load(file).predict(new double[] {1, -2, 0.5, 3});

    assertThat(outputs)
        .containsExactly(
            new double[] {0.4129406213760376, 0.3618667423725128, 0.2251926064491272},
            within(1e-6));
  }

  @Test
  void savedAgainItHasTheFormatOfToday() throws IOException {
    Model model = Model.load(file);
    Path again = folder.resolve("again.lamina");

    model.save(again);

    assertThat(ModelZip.all(Files.readAllBytes(again))).containsKey("manifest.json");
    assertThat(Model.load(again).weights()).isEqualTo(model.weights());
    assertThat(Model.load(again).unwrap().getIterationCount())
        .isEqualTo(model.unwrap().getIterationCount())
        .isPositive();
  }
}
