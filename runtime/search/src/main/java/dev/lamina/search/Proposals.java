package dev.lamina.search;

import dev.lamina.dsl.problem.InvalidDescriptionException;
import dev.lamina.dsl.problem.Problem;
import dev.lamina.search.sampler.Ask;
import dev.lamina.search.sampler.Sampler;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.DoubleStream;

/** What a sampler, which anybody may have written, answers, if it is an answer. */
final class Proposals implements Function<Ask, Optional<double[]>> {

  private final Sampler sampler;
  private final Function<Ask, Optional<double[]>> session;

  Proposals(StudySetup setup) {
    this.sampler = setup.sampler();
    this.session = sampler.session();
  }

  /**
   * The point that is proposed, or none.
   *
   * @throws InvalidDescriptionException if it is no point of the space
   */
  @Override
  public Optional<double[]> apply(Ask ask) {
    Optional<double[]> proposal = session.apply(ask);
    if (proposal == null) {
      throw wrong(ask, "null");
    }
    proposal
        .filter(point -> !isPoint(point, ask))
        .ifPresent(
            point -> {
              throw wrong(ask, Arrays.toString(point));
            });
    return proposal;
  }

  private static boolean isPoint(double[] point, Ask ask) {
    return point.length == ask.space().size() && DoubleStream.of(point).allMatch(Double::isFinite);
  }

  private InvalidDescriptionException wrong(Ask ask, String came) {
    return new InvalidDescriptionException(
        "Sampler `" + sampler + "`",
        List.of(
            new Problem(
                "What it proposes for trial " + ask.number(),
                "must be a point with a number from 0 to 1 for each parameter, of which there are "
                    + ask.space().size()
                    + ", or `Optional.empty()`, but is `"
                    + came
                    + "`.",
                "mend what it gives for this question.")));
  }
}
