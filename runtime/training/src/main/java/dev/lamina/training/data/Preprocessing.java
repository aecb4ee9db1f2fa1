package dev.lamina.training.data;

import dev.lamina.dsl.code.Code;
import dev.lamina.dsl.network.Network;
import dev.lamina.dsl.problem.Problem;
import dev.lamina.dsl.problem.Requirement;
import dev.lamina.inference.input.Normalization;
import dev.lamina.training.data.encoding.TableEncoding;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * What was done to samples before a network sees them, and what its classes are called.
 *
 * <p>It comes with the data and goes into the model, which then takes features as they were before.
 *
 * @param encoding how records of a table became features, if they did
 * @param normalization what is done to the features, if anything
 * @param labels the names of the classes, in the order of their indices; empty where they have none
 */
public record Preprocessing(
    Optional<TableEncoding> encoding, Optional<Normalization> normalization, List<String> labels) {

  private static final String FIX =
      "give it as it was before, or normalize all parts at once by `split.normalized(standard())`.";

  /** Checks and copies the names. */
  public Preprocessing {
    Requirement call =
        new Requirement(new Code("new Preprocessing(encoding, normalization, labels)"))
            .present("encoding", encoding)
            .present("normalization", normalization)
            .present("labels", labels)
            .allPresent("label", labels);
    labels = List.copyOf(labels);
    List<String> names = labels;
    IntStream.range(0, names.size())
        .forEach(
            index ->
                call.that(
                    names.indexOf(names.get(index)) == index,
                    "labels",
                    "names that differ",
                    new Code("twice " + Code.literal(names.get(index))),
                    "give each class a name of its own"));
  }

  /** Nothing is done, and classes have no names. */
  public static Preprocessing none() {
    return new Preprocessing(Optional.empty(), Optional.empty(), List.of());
  }

  /** The same with features that records became in this way. */
  public Preprocessing encoding(TableEncoding given) {
    return new Preprocessing(Optional.of(given), normalization, labels);
  }

  /** The same with features normalized so. */
  public Preprocessing normalization(Normalization given) {
    return new Preprocessing(encoding, Optional.of(given), labels);
  }

  /** The same with classes of these names, in the order of their indices. */
  public Preprocessing labels(List<String> names) {
    return new Preprocessing(encoding, normalization, names);
  }

  /** Whether nothing is done and classes have no names. */
  public boolean isNone() {
    return equals(none());
  }

  /** The name of the class with this index, counted from 0, if it has one. */
  public Optional<String> label(int index) {
    return index < labels.size() ? Optional.of(labels.get(index)) : Optional.empty();
  }

  /**
   * The features of a record of a table, as a model takes them.
   *
   * @param record a cell for the name of each column: a text, a number, or null where it is missing
   * @return {@code [features]}, not normalized
   * @throws dev.lamina.dsl.problem.InvalidDescriptionException with everything that is wrong, or if
   *     the data was not learned from a table
   */
  public double[] encode(Map<String, ?> record) {
    Requirement.of("encode", record)
        .that(
            encoding.isPresent(),
            "encoding",
            "that of a table",
            new Code("that of arrays"),
            "give an array of features instead of a record");
    return encoding.orElseThrow().encode(record);
  }

  /**
   * What becomes of features; they stay as they are.
   *
   * @param features {@code [features]}, as many as were normalized
   */
  public double[] applied(double[] features) {
    double[] row = features.clone();
    normalization.ifPresent(each -> each.apply(row, 0));
    return row;
  }

  /**
   * The data with features as the network takes them: those that carry a normalization, or have
   * another number of features, as they are. Classes without names get these.
   */
  public Dataset appliedTo(Dataset data) {
    Preprocessing after = after(data);
    if (isToNormalize(data)) {
      return new NormalizedView(data, normalization.orElseThrow(), after);
    }
    return after.equals(data.preprocessing()) ? data : new PreprocessedView(data, after);
  }

  /** The same with features copied, which are normalized once. */
  Dataset appliedOnce(Dataset data) {
    if (!isToNormalize(data)) {
      return appliedTo(data);
    }
    Matrix features = Matrix.features(data).normalize(normalization.orElseThrow());
    return new CopiedFeatures(data, features, after(data));
  }

  private boolean isToNormalize(Dataset data) {
    return data.preprocessing().normalization().isEmpty()
        && normalization.filter(each -> each.width() == data.featureWidth()).isPresent();
  }

  private Preprocessing after(Dataset data) {
    return new Preprocessing(
        data.preprocessing().encoding().or(() -> encoding),
        isToNormalize(data) ? normalization : data.preprocessing().normalization(),
        data.labels().isEmpty() ? labels : data.labels());
  }

  /** What of it fits this network: its number of features and of outputs. */
  public Preprocessing fitting(Network network) {
    int inputs = network.input().shape().size();
    Optional<Normalization> fits = normalization.filter(each -> each.width() == inputs);
    int classes = classes(network.outline().outputShape().size());
    return new Preprocessing(
        encoding.filter(each -> each.width() == inputs),
        fits,
        labels.size() == classes ? labels : List.of());
  }

  /** How many classes so many outputs tell apart. */
  static int classes(int outputs) {
    return outputs == 1 ? 2 : outputs;
  }

  /**
   * Why data of this name cannot be used along with data that this was done to: other numbers, or
   * other classes.
   *
   * @param where the data, as the start of a sentence
   * @param other what this was done to, such as {@code the training data}
   */
  public Optional<Problem> problem(String where, Dataset data, String other) {
    Optional<Normalization> came = data.preprocessing().normalization();
    if (came.isPresent() && !came.equals(normalization)) {
      String finding =
          normalization.isPresent() ? "was normalized otherwise than " : "was normalized, unlike ";
      return Optional.of(new Problem(where, finding + other + ".", FIX));
    }
    Optional<TableEncoding> columns = data.preprocessing().encoding();
    if (columns.isPresent() && encoding.isPresent() && !columns.equals(encoding)) {
      String finding = "was encoded otherwise than " + other + ".";
      String fix = "encode it by the same: `table.predicting(column).encodedBy(preprocessing)`.";
      return Optional.of(new Problem(where, finding, fix));
    }
    boolean sameClasses =
        data.labels().isEmpty() || labels.isEmpty() || data.labels().equals(labels);
    return sameClasses
        ? Optional.empty()
        : Optional.of(
            new Problem(
                where,
                "has the classes %s but %s has %s.".formatted(data.labels(), other, labels),
                "give both the same names in the same order: `Dataset.of(features, labels, classes)`."));
  }
}
