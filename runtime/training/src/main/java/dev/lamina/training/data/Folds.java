package dev.lamina.training.data;

import dev.lamina.dsl.code.Code;
import dev.lamina.dsl.problem.Requirement;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * How samples are split at random for cross-validation: {@link Splits#folds} begins it.
 *
 * @param count in how many parts, at least 2
 * @param seed where the choice comes from; 0 by default
 * @param isStratified whether each part has its share of each class; not by default
 */
public record Folds(int count, long seed, boolean isStratified) {

  private static final long DEFAULT_SEED = 0;

  /** With every option at its default. */
  public Folds(int count) {
    this(count, DEFAULT_SEED, false);
  }

  /** Checks the number. */
  public Folds {
    Requirement.of("folds", count)
        .atLeast(2, "count", count, "give the number of parts, such as 5");
  }

  /** The same folds by this seed: the same seed gives the same parts. */
  public Folds seed(long given) {
    return new Folds(count, given, isStratified);
  }

  /**
   * The same folds, whose parts have the same share of each class, off by less than one sample; the
   * classes are whole numbers or one-hot.
   */
  public Folds stratified() {
    return new Folds(count, seed, true);
  }

  /** The splits, each with another part for validation. */
  List<Split> splits(Dataset data) {
    Dealer dealer = new Dealer(data, new Requirement(Code.call("folds", this)), seed);
    List<int[]> parts = isStratified ? dealer.foldsOfClasses(count) : dealer.folds(count);
    return IntStream.range(0, count)
        .mapToObj(
            fold ->
                Split.of(
                    new Selection(data, rest(parts, fold)), new Selection(data, parts.get(fold))))
        .toList();
  }

  /** The samples that are in no part but this one's others, in their order. */
  private static int[] rest(List<int[]> parts, int left) {
    return IntStream.range(0, parts.size())
        .filter(part -> part != left)
        .boxed()
        .flatMap(part -> Stream.of(parts.get(part)))
        .flatMapToInt(IntStream::of)
        .sorted()
        .toArray();
  }

  @Override
  public String toString() {
    return Code.call("folds", count)
        .thenIf(seed != DEFAULT_SEED, "seed", seed)
        .thenIf(isStratified, "stratified")
        .toString();
  }
}
