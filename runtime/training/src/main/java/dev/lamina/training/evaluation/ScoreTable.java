package dev.lamina.training.evaluation;

import java.util.List;

/** The table of precision, recall and F1. */
final class ScoreTable {

  /** What is between it and the figures below. */
  static final String GAP = System.lineSeparator().repeat(2);

  private ScoreTable() {}

  /** A row for each class. */
  static TextTable of(List<String> labels, List<ClassScores> scores) {
    TextTable table = new TextTable().row("class", List.of("precision", "recall", "f1", "support"));
    for (int i = 0; i < labels.size(); i++) {
      table = table.row(labels.get(i), cells(scores.get(i)));
    }
    return table;
  }

  /** What a row says. */
  static List<String> cells(ClassScores scores) {
    return List.of(
        TextTable.text(scores.precision()),
        TextTable.text(scores.recall()),
        TextTable.text(scores.f1()),
        String.valueOf(scores.support()));
  }
}
