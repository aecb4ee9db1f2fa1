package dev.lamina.training.data.encoding;

import java.util.List;

/** How the cells of one column become features. */
public sealed interface ColumnEncoding permits NumberColumn, CategoryColumn {

  /** The name of the column. */
  String column();

  /** The names of its features, in their order. */
  List<String> features();

  /** How many features it has. */
  int width();

  /** Calls what is for this kind of column. */
  <R> R accept(Cases<R> cases);

  /** What to do for each kind of column. */
  interface Cases<R> {

    /** A column of numbers. */
    R number(NumberColumn column);

    /** A column of categories. */
    R category(CategoryColumn column);
  }
}
