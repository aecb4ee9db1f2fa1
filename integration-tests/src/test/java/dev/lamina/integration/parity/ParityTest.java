package dev.lamina.integration.parity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lamina.dsl.activation.Activation;
import dev.lamina.dsl.layer.Constraint;
import dev.lamina.dsl.layer.Initializer;
import dev.lamina.dsl.layer.Noise;
import dev.lamina.dsl.loss.Loss;
import dev.lamina.dsl.optimizer.Optimizer;
import dev.lamina.dsl.optimizer.Schedule;
import dev.lamina.dsl.training.Clipping;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every word of the language means what its formula says. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ParityTest {

  private static final Path PAGE = Path.of("target/parity.md");
  private static final Path PAGE_OF_THE_DOCS = Path.of("../runtime/docs/parity.md");

  private List<Row> rows = List.of();

  @BeforeAll
  void measureEveryWordAndWriteThePage() throws IOException {
    rows =
        Stream.of(
                LayerRows.rows(),
                ActivationRows.rows(),
                InitializerRows.rows(),
                LossRows.rows(),
                OptimizerRows.rows(),
                ScheduleRows.rows(),
                PenaltyRows.rows(),
                ConstraintRows.rows(),
                NoiseRows.rows(),
                NormalizationRows.rows(),
                ClippingRows.rows())
            .flatMap(List::stream)
            .toList();
    Files.createDirectories(PAGE.getParent());
    Files.writeString(PAGE, ParityPage.of(rows));
  }

  Stream<Row> rows() {
    return rows.stream();
  }

  @ParameterizedTest
  @MethodSource("rows")
  void aWordIsWithinItsToleranceOfItsReference(Row row) {
    assertThat(row).matches(Row::isWithinTolerance, "is within " + row.tolerance());
  }

  @ParameterizedTest
  @MethodSource("rows")
  void aRowNamesItsReferenceAndItsFormula(Row row) {
    assertThat(row.reference()).isNotBlank();
    assertThat(row.formula()).isNotBlank();
    assertThat(row.tolerance()).isBetween(0.0, 0.1);
  }

  @ParameterizedTest
  @ValueSource(
      classes = {
        Activation.class,
        Clipping.class,
        Constraint.class,
        Initializer.class,
        Loss.class,
        Noise.class,
        Optimizer.class,
        Schedule.class
      })
  void everyMemberOfAFamilyHasARow(Class<?> family) {
    List<Class<?>> measured = rows.stream().<Class<?>>map(Row::type).distinct().toList();

    List<Class<?>> members = Arrays.asList(family.getPermittedSubclasses());

    assertThat(measured).containsAll(members);
  }

  @Test
  void thePageOfTheDocsHasTheSameRows() throws IOException {
    String measured = Files.readString(PAGE);

    String kept = Files.readString(PAGE_OF_THE_DOCS);

    assertThat(ParityPage.words(kept))
        .as("rows of runtime/docs/parity.md; copy integration-tests/target/parity.md there")
        .isEqualTo(ParityPage.words(measured));
  }
}
