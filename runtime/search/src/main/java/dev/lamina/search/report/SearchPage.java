package dev.lamina.search.report;

import dev.lamina.search.importance.Landscape;
import dev.lamina.training.listener.report.Html;
import dev.lamina.training.listener.report.Sheet;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The report of a search as one page, which is light or dark as the reader's system is, fits a
 * phone, and has no script.
 *
 * @param content what it is about
 */
public record SearchPage(ReportContent content) {

  /** The source of the page. */
  public String html() {
    return new Sheet(content.study().name() + ": search report", Html.all(parts()))
        .html(Sheet.read(SearchPage.class, "search.css"), "");
  }

  private List<Html> parts() {
    List<Html> parts = new ArrayList<>();
    parts.add(header());
    parts.add(new Tiles(content).html());
    parts.add(grid("Progress", progress()));
    if (!content.complete().isEmpty()) {
      parts.add(grid("Pareto front", FrontFigure.all(content)));
      parts.add(grid("Parameters", parameters()));
    }
    new TimelineFigure(content)
        .html()
        .ifPresent(figure -> parts.add(grid("Time", List.of(figure))));
    parts.add(new Listing(content).html());
    parts.add(new Origins(content).html());
    return parts;
  }

  private Html header() {
    Html kind = Html.element("p", "Search report", "class", "kind");
    Html name = Html.element("h1", content.study().name());
    return Html.element("header", kind.and(name).and(Html.element("p", content.end())));
  }

  private List<Html> progress() {
    List<Html> figures = new ArrayList<>();
    if (!content.complete().isEmpty()) {
      IntStream.range(0, content.objectives().size())
          .forEach(objective -> figures.add(new HistoryFigure(content, objective).html()));
    }
    content
        .landscape()
        .map(Landscape::shares)
        .ifPresent(shares -> figures.add(new ImportanceFigure(shares).html()));
    new CourseFigure(content).html().ifPresent(figures::add);
    return figures;
  }

  private List<Html> parameters() {
    Stream<Html> slices =
        IntStream.range(0, content.params().size())
            .mapToObj(each -> new SliceFigure(content, each).html());
    return Stream.of(
            Stream.of(new ParallelFigure(content).html()),
            ContourFigure.of(content).map(ContourFigure::html).stream(),
            slices)
        .flatMap(each -> each)
        .filter(each -> !each.text().isEmpty())
        .toList();
  }

  private static Html grid(String title, List<Html> cards) {
    if (cards.isEmpty()) {
      return Html.nothing();
    }
    Html grid = Html.element("div", Html.all(cards), "class", "grid");
    return Html.element("section", Html.element("h2", title).and(grid));
  }
}
