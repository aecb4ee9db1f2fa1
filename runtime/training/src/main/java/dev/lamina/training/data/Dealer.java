package dev.lamina.training.data;

import dev.lamina.dsl.code.Code;
import dev.lamina.dsl.problem.Requirement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Deals samples to parts, at random by a seed; the numbers of those of a part ascend.
 *
 * @param data the samples
 * @param call what the user called
 * @param seed where the choice comes from
 */
record Dealer(Dataset data, Requirement call, long seed) {

  /** Parts of these shares of all samples. */
  List<int[]> parts(double[] shares) {
    return dealt(List.of(shuffled(all())), new int[][] {sizes(shares)});
  }

  /** Parts of these shares of each class. */
  List<int[]> partsOfClasses(double[] shares) {
    int[] sizes = sizes(shares);
    List<List<Integer>> classes = classes();
    int parts = (int) Arrays.stream(shares).filter(share -> share > 0).count();
    requireEnough(classes, parts, "part", "give more samples");
    int[] ofClass = classes.stream().mapToInt(List::size).toArray();
    return dealt(classes, Apportionment.table(ofClass, shares, sizes));
  }

  /** Parts of equal size, but for one sample. */
  List<int[]> folds(int count) {
    requireFor(count);
    return inTurns(shuffled(all()), count);
  }

  /** Parts of equal size, but for one sample, which is so in each class, too. */
  List<int[]> foldsOfClasses(int count) {
    requireFor(count);
    List<List<Integer>> classes = classes();
    requireEnough(classes, count, "fold", "use fewer folds");
    return inTurns(classes.stream().flatMap(List::stream).toList(), count);
  }

  private int[] sizes(double[] shares) {
    int[] sizes = Apportionment.sizes(data.size(), shares);
    List<String> names = List.of("training", "validation", "test");
    for (int part = 0; part < shares.length; part++) {
      call.that(
          shares[part] == 0 || sizes[part] > 0,
          "the " + names.get(part) + " part",
          "at least one sample",
          new Code("none of " + data.size()),
          "give more samples, or the part a larger share");
    }
    return sizes;
  }

  private void requireFor(int folds) {
    call.that(
        data.size() >= folds,
        "folds",
        "at most as many as the samples, which are " + data.size() + ",",
        folds,
        "use fewer folds, or give more samples");
  }

  private void requireEnough(List<List<Integer>> classes, int parts, String part, String fix) {
    Classes names = new Classes(data, call);
    for (List<Integer> rows : classes) {
      call.that(
          rows.size() >= parts,
          "samples of " + names.text(rows.get(0)),
          "at least " + parts + ", one for each " + part + ",",
          rows.size(),
          fix + ", or leave `.stratified()` out");
    }
  }

  /** The samples of each class, those of a class in random order. */
  private List<List<Integer>> classes() {
    Classes classes = new Classes(data, call);
    return List.copyOf(
        shuffled(all()).stream()
            .collect(
                Collectors.groupingBy(classes::of, TreeMap::new, Collectors.toUnmodifiableList()))
            .values());
  }

  private List<Integer> all() {
    return IntStream.range(0, data.size()).boxed().toList();
  }

  private List<Integer> shuffled(List<Integer> rows) {
    List<Integer> order = new ArrayList<>(rows);
    Collections.shuffle(order, new Random(seed));
    return order;
  }

  /** So many samples of each class for each part. */
  private static List<int[]> dealt(List<List<Integer>> classes, int[][] counts) {
    List<List<Integer>> parts = empty(counts[0].length);
    for (int each = 0; each < classes.size(); each++) {
      int from = 0;
      for (int part = 0; part < parts.size(); part++) {
        int to = from + counts[each][part];
        parts.get(part).addAll(classes.get(each).subList(from, to));
        from = to;
      }
    }
    return sorted(parts);
  }

  private static List<int[]> inTurns(List<Integer> rows, int count) {
    List<List<Integer>> parts = empty(count);
    for (int place = 0; place < rows.size(); place++) {
      parts.get(place % count).add(rows.get(place));
    }
    return sorted(parts);
  }

  private static List<List<Integer>> empty(int count) {
    return Stream.<List<Integer>>generate(ArrayList::new).limit(count).toList();
  }

  private static List<int[]> sorted(List<List<Integer>> parts) {
    return parts.stream()
        .map(part -> part.stream().mapToInt(Integer::intValue).sorted().toArray())
        .toList();
  }
}
