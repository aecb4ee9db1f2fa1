package dev.lamina.training.listener.report;

import dev.lamina.training.evaluation.ClassScores;
import dev.lamina.training.evaluation.ConfusionMatrix;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * How many samples of each class were predicted as each class, shaded by their share of the row.
 *
 * @param matrix the counts
 */
record ConfusionTable(ConfusionMatrix matrix) {

  /** Larger tables fit on no screen. */
  private static final int MOST_CLASSES = 60;

  /** Larger tables take the whole width. */
  private static final int MOST_BESIDE = 10;

  List<Html> parts() {
    return List.of(matrix.labels().size() > MOST_CLASSES ? leftOut() : counts(), scores());
  }

  private Html leftOut() {
    String note =
        ("The table of actual and predicted classes is left out: it is shown up to %d classes,"
                + " and there are %d.")
            .formatted(MOST_CLASSES, matrix.labels().size());
    return Html.element("p", note, "class", "note wide", "id", "counts-left-out");
  }

  private Html counts() {
    List<Html> rows = new ArrayList<>();
    Html head = Html.element("th", "actual \\ predicted", "scope", "col", "class", "corner");
    rows.add(Html.element("tr", head.and(all("th", matrix.labels(), "scope", "col"))));
    classes().mapToObj(this::row).forEach(rows::add);
    Html caption = Html.element("caption", "Samples by actual and predicted class");
    String width = matrix.labels().size() > MOST_BESIDE ? " wide" : "";
    return scrolled(
        Html.element("table", caption.and(Html.all(rows)), "class", "confusion"), "counts", width);
  }

  private Html row(int actual) {
    long total = classes().mapToLong(predicted -> matrix.count(actual, predicted)).sum();
    Html cells = Html.element("th", matrix.labels().get(actual), "scope", "row");
    for (int predicted = 0; predicted < matrix.labels().size(); predicted++) {
      cells = cells.and(cell(matrix.count(actual, predicted), total, actual == predicted));
    }
    return Html.element("tr", cells);
  }

  private static Html cell(long count, long total, boolean right) {
    double share = total == 0 ? 0 : (double) count / total;
    String shade = String.format(Locale.ROOT, "--share:%.3f", share);
    String percent = String.format(Locale.ROOT, "%.1f %% of the row", 100 * share);
    String kind = (right ? "right" : "wrong") + (share > 0.5 ? " strong" : "");
    return Html.element(
        "td", String.valueOf(count), "class", kind, "style", shade, "title", percent);
  }

  private Html scores() {
    List<Html> rows = new ArrayList<>();
    List<String> head = List.of("class", "precision", "recall", "F1", "samples");
    rows.add(Html.element("tr", all("th", head, "scope", "col")));
    classes().mapToObj(index -> scores(index, matrix.scores(index))).forEach(rows::add);
    Html caption =
        Html.element(
            "caption",
            "%s of %s samples are right (accuracy %s)"
                .formatted(
                    classes().mapToLong(index -> matrix.count(index, index)).sum(),
                    matrix.samples(),
                    Figures.of(matrix.accuracy())));
    return scrolled(
        Html.element("table", caption.and(Html.all(rows)), "class", "figures"), "scores", "");
  }

  private Html scores(int index, ClassScores scores) {
    Html name = Html.element("th", matrix.labels().get(index), "scope", "row");
    List<String> figures =
        List.of(
            Figures.of(scores.precision()),
            Figures.of(scores.recall()),
            Figures.of(scores.f1()),
            String.valueOf(scores.support()));
    return Html.element("tr", name.and(all("td", figures)));
  }

  private static Html scrolled(Html table, String what, String width) {
    return Html.element(
        "div", table, "class", "card scrolled" + width, "tabindex", "0", "id", what);
  }

  private static Html all(String tag, List<String> texts, String... attributes) {
    return Html.all(texts.stream().map(text -> Html.element(tag, text, attributes)).toList());
  }

  private IntStream classes() {
    return IntStream.range(0, matrix.labels().size());
  }
}
