package dev.lamina.training.data;

import dev.lamina.dsl.problem.NearNames;
import dev.lamina.dsl.problem.Requirement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * The names of classes, and the names that samples have.
 *
 * @param classes the names of the classes, in the order of their indices
 * @param labels the name of the class of each sample
 * @param call what the user called
 */
record ClassNames(List<String> classes, List<String> labels, Requirement call) {

  /** Those classes that the samples have, sorted. */
  static ClassNames of(List<String> labels, Requirement call) {
    requirePresent(labels, call);
    return new ClassNames(labels.stream().distinct().sorted().toList(), labels, call);
  }

  /** These classes. */
  static ClassNames of(List<String> labels, List<String> classes, Requirement call) {
    requirePresent(labels, call);
    call.present("classes", classes);
    return new ClassNames(Preprocessing.none().labels(classes).labels(), labels, call);
  }

  /** The samples with these features. */
  Dataset data(Matrix features) {
    Dataset indices = new ArrayDataset(features, Matrix.column(indices()));
    return new PreprocessedView(indices, Preprocessing.none().labels(classes));
  }

  private int[] indices() {
    Map<String, Integer> numbers = new HashMap<>();
    IntStream.range(0, classes.size()).forEach(index -> numbers.put(classes.get(index), index));
    return IntStream.range(0, labels.size()).map(row -> index(row, numbers)).toArray();
  }

  private int index(int row, Map<String, Integer> numbers) {
    String label = labels.get(row);
    if (!numbers.containsKey(label)) {
      call.that(
          false,
          "labels[" + row + "]",
          "one of the classes",
          label,
          "use another name: " + NearNames.advice(label, classes));
    }
    return numbers.get(label);
  }

  private static void requirePresent(List<String> labels, Requirement call) {
    for (int row = 0; row < labels.size(); row++) {
      call.present("labels[" + row + "]", labels.get(row));
    }
  }
}
