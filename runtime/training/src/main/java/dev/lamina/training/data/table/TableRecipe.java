package dev.lamina.training.data.table;

import dev.lamina.dsl.code.Code;
import dev.lamina.dsl.problem.Requirement;
import dev.lamina.training.data.Dataset;
import dev.lamina.training.data.Folds;
import dev.lamina.training.data.Normalizer;
import dev.lamina.training.data.Normalizers;
import dev.lamina.training.data.Preprocessing;
import dev.lamina.training.data.Shares;
import dev.lamina.training.data.Split;
import dev.lamina.training.data.Splits;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How one column of a table is predicted from the others.
 *
 * <p>A column where each cell that is not missing is a number gives that number, normalized, with
 * missing ones filled in; any other column gives one feature a category, 1 for that of the cell and
 * 0 for the others. A column where more than half of these cells are numbers, or numbers with a
 * comma, and others are not, is refused until {@link #numbers} or {@link #categories} names it: one
 * cell with a slip of the pen would make categories of all. What that takes, such as means and
 * categories, comes from the training part alone, and goes into the model that learns from it,
 * which then encodes records by {@code model.preprocessing().encode(record)}.
 */
public final class TableRecipe {

  private final Table table;
  private final String target;
  private final Options options;

  /**
   * What differs from the default.
   *
   * @param kinds which columns are numbers, and which are not, whatever their cells look like
   * @param filling what stands for missing numbers
   * @param fillings the same for single columns
   * @param refusesUnknown whether categories that the training part does not have are refused
   * @param normalizer what is done to numbers, if anything
   */
  record Options(
      Map<String, Boolean> kinds,
      Filling filling,
      Map<String, Filling> fillings,
      boolean refusesUnknown,
      Optional<Normalizer> normalizer) {

    /** Copies the maps. */
    Options {
      kinds = Map.copyOf(kinds);
      fillings = Map.copyOf(fillings);
    }

    Filling fillingOf(String column) {
      return fillings.getOrDefault(column, filling);
    }
  }

  private TableRecipe(Table table, String target, Options options) {
    this.table = table;
    this.target = target;
    this.options = options;
  }

  static TableRecipe of(Table table, String target) {
    Optional<Normalizer> normalizer = Optional.of(Normalizers.standard());
    return new TableRecipe(
        table, target, new Options(Map.of(), Fillings.mean(), Map.of(), false, normalizer));
  }

  /** The same with these columns taken for numbers. */
  public TableRecipe numbers(String... columns) {
    return kinds("numbers", true, columns);
  }

  /** The same with these columns taken for categories, such as a class that is written 0, 1, 2. */
  public TableRecipe categories(String... columns) {
    return kinds("categories", false, columns);
  }

  /** The same with this for missing numbers; their mean by default. */
  public TableRecipe filling(Filling filling) {
    new Requirement(new Code("filling(filling)")).present("filling", filling);
    return with(
        new Options(
            options.kinds(),
            filling,
            options.fillings(),
            options.refusesUnknown(),
            options.normalizer()));
  }

  /** The same with this for missing numbers of one column. */
  public TableRecipe filling(String column, Filling filling) {
    Requirement call =
        new Requirement(new Code("filling(" + Code.literal(column) + ", filling)"))
            .present("filling", filling);
    table.requireColumn(call, column);
    Map<String, Filling> more = new HashMap<>(options.fillings());
    more.put(column, filling);
    return with(
        new Options(
            options.kinds(),
            options.filling(),
            more,
            options.refusesUnknown(),
            options.normalizer()));
  }

  /**
   * The same that refuses a missing category, and one that the training part does not have; both
   * give zeros by default.
   */
  public TableRecipe refusingUnknown() {
    return with(
        new Options(
            options.kinds(), options.filling(), options.fillings(), true, options.normalizer()));
  }

  /** The same with numbers normalized so; {@link Normalizers#standard} by default. */
  public TableRecipe normalized(Normalizer normalizer) {
    new Requirement(new Code("normalized(normalizer)")).present("normalizer", normalizer);
    return normalizer(Optional.of(normalizer));
  }

  /** The same with numbers left as they are. */
  public TableRecipe notNormalized() {
    return normalizer(Optional.empty());
  }

  /** Two parts: see {@link #split(Shares)}. */
  public Split split(double training, double validation) {
    return split(Splits.shares(training, validation));
  }

  /** Three parts: see {@link #split(Shares)}. */
  public Split split(double training, double validation, double test) {
    return split(Splits.shares(training, validation, test));
  }

  /**
   * The records in parts of these shares, encoded by what the training part holds.
   *
   * @throws dev.lamina.training.data.file.DataFileException if a cell cannot be encoded
   */
  public Split split(Shares shares) {
    PreparedTable prepared = prepared();
    return prepared.encoded(prepared.numbered().split(shares));
  }

  /** Splits for cross-validation, each encoded by what its own training part holds. */
  public List<Split> folds(Folds folds) {
    PreparedTable prepared = prepared();
    return prepared.numbered().folds(folds).stream().map(prepared::encoded).toList();
  }

  /** All records, encoded by what they hold. */
  public Dataset dataset() {
    PreparedTable prepared = prepared();
    return prepared.encoded(Split.of(prepared.numbered())).training();
  }

  /**
   * All records, encoded as others were before, such as those that a model learned from: what is
   * said here of numbers and categories is left aside.
   *
   * @param preprocessing that of the other data, or of the model
   */
  public Dataset encodedBy(Preprocessing preprocessing) {
    Requirement call =
        new Requirement(new Code("encodedBy(preprocessing)"))
            .present("preprocessing", preprocessing);
    call.that(
        preprocessing.encoding().isPresent(),
        "preprocessing",
        "that of a table",
        new Code("that of arrays"),
        "give the preprocessing of data, or of a model, that came from a table");
    return PreparedTable.encodedBy(table, target, preprocessing);
  }

  private PreparedTable prepared() {
    return PreparedTable.of(table, target, options);
  }

  private TableRecipe kinds(String option, boolean isNumber, String... columns) {
    new Requirement(new Code(option + "(columns)")).present("columns", columns);
    Requirement call = new Requirement(Code.call(option, Arrays.asList(columns)));
    Map<String, Boolean> kinds = new HashMap<>(options.kinds());
    for (String column : columns) {
      table.requireColumn(call, column);
      kinds.put(column, isNumber);
    }
    return with(
        new Options(
            kinds,
            options.filling(),
            options.fillings(),
            options.refusesUnknown(),
            options.normalizer()));
  }

  private TableRecipe normalizer(Optional<Normalizer> normalizer) {
    return with(
        new Options(
            options.kinds(),
            options.filling(),
            options.fillings(),
            options.refusesUnknown(),
            normalizer));
  }

  private TableRecipe with(Options changed) {
    return new TableRecipe(table, target, changed);
  }
}
