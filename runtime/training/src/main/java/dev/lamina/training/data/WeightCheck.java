package dev.lamina.training.data;

import dev.lamina.dsl.code.Code;
import dev.lamina.dsl.problem.Problem;
import dev.lamina.dsl.training.Precision;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Whether the weights of samples can be multiplied with losses.
 *
 * @param precision the data type of the network
 */
record WeightCheck(Precision precision) {

  /** The first thing wrong with them. */
  Optional<Problem> problem(String name, Dataset data) {
    if (!data.isWeighted()) {
      return Optional.empty();
    }
    return Values.in(data, 1, (samples, row, into, at) -> into[at] = samples.weight(row))
        .first(weight -> !(weight >= 0 && precision.holds(weight)))
        .map(found -> notAWeight(name, found))
        .or(() -> nothingCounts(name, data));
  }

  private Problem notAWeight(String name, Values.Found found) {
    return new Problem(
        name,
        "needs weights of at least 0 within the range of %s but that of row %d %s is %s%s"
            .formatted(
                precision,
                found.row(),
                "(counted from 0)",
                Code.literal(found.value()),
                found.inAll()),
        "give how much each sample counts, such as 1 or 2.5.");
  }

  private static Optional<Problem> nothingCounts(String name, Dataset data) {
    boolean counts = IntStream.range(0, data.size()).anyMatch(row -> data.weight(row) > 0);
    return counts
        ? Optional.empty()
        : Optional.of(
            new Problem(
                name,
                "needs at least one sample of a weight above 0 but all have 0.",
                "give other weights, or other samples."));
  }
}
