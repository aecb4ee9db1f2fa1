package dev.lamina.training.evaluation;

import dev.lamina.dsl.code.Code;
import dev.lamina.dsl.problem.Requirement;
import java.util.List;

/**
 * What figures demand of the numbers that they are worked out from.
 *
 * @param call the call that was given them
 */
record ArrayCheck(Requirement call) {

  static ArrayCheck of(String call) {
    return new ArrayCheck(new Requirement(new Code(call)));
  }

  /** Demands names of at least so many classes. */
  void labels(List<String> labels, int least) {
    call.present("labels", labels)
        .allPresent("label", labels)
        .that(
            labels.size() >= least,
            "labels",
            "at least " + least,
            labels.size(),
            "name every class");
  }

  /** Demands samples whose classes are counted from 0. */
  void classes(String name, int[] classes, int count) {
    call.present(name, classes);
    some(name, classes.length);
    for (int i = 0; i < classes.length; i++) {
      if (classes[i] < 0 || classes[i] >= count) {
        String fix = "count classes from 0, and give each its label";
        call.that(false, at(name, i), "a class from 0 to " + (count - 1), classes[i], fix);
      }
    }
  }

  /** Demands samples with so many finite numbers each. */
  void rows(String name, double[][] rows, int width) {
    call.present(name, rows);
    some(name, rows.length);
    for (int row = 0; row < rows.length; row++) {
      if (rows[row] == null || rows[row].length != width) {
        String fix = "give every sample as many numbers";
        call.present(at(name, row), rows[row])
            .that(false, at(name, row), width + " long", rows[row].length, fix);
      }
      finite(name, row, rows[row]);
    }
  }

  /** Demands a sample with an answer for each label. */
  void width(String name, int row, boolean[] values, int width) {
    if (values == null || values.length != width) {
      String fix = "say of every label whether the sample has it";
      call.present(at(name, row), values)
          .that(false, at(name, row), width + " long", values.length, fix);
    }
  }

  /** Demands as many samples as others are. */
  void asMany(String name, int came, int expected) {
    call.that(
        came == expected,
        name,
        expected + " samples, as many as `actual`,",
        came,
        "give both for the same samples");
  }

  /** Demands finite numbers, one for each sample. */
  void numbers(String name, double[] numbers) {
    call.present(name, numbers);
    some(name, numbers.length);
    for (int i = 0; i < numbers.length; i++) {
      if (!Double.isFinite(numbers[i])) {
        notFinite(at(name, i), numbers[i]);
      }
    }
  }

  /** Demands numbers in [0, 1]. */
  void probabilities(String name, double[] numbers) {
    for (int i = 0; i < numbers.length; i++) {
      if (numbers[i] < 0 || numbers[i] > 1) {
        String fix = "give outputs of softmax or sigmoid";
        call.that(false, at(name, i), "a number in [0, 1]", numbers[i], fix);
      }
    }
  }

  /** Demands the number of one of these. */
  static int index(String name, int index, List<String> labels) {
    Requirement.of(name, index)
        .that(
            index >= 0 && index < labels.size(),
            "index",
            "a whole number from 0 to " + (labels.size() - 1),
            index,
            "count from 0: there are `" + String.join("`, `", labels) + "`");
    return index;
  }

  private void finite(String name, int row, double[] values) {
    for (int i = 0; i < values.length; i++) {
      if (!Double.isFinite(values[i])) {
        notFinite(at(at(name, row), i), values[i]);
      }
    }
  }

  private void notFinite(String place, double value) {
    call.finite(place, value, "look for the layer where numbers stop being finite");
  }

  private void some(String name, int samples) {
    call.that(samples > 0, name, "at least 1 sample", samples, "give the samples");
  }

  private static String at(String name, int index) {
    return name + "[" + index + "]";
  }
}
