package dev.lamina.search.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.lamina.search.trial.TrialFingerprint;
import java.io.StringReader;
import java.util.List;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

/** The report read as XML, which it is if every tag is closed and every text is escaped. */
class SearchPageTest {

  @Test
  void thePageHasAChartForEachQuestion() throws Exception {
    Document page = read(Reported.study(40));

    assertThat(ids(page, "figure"))
        .containsExactly(
            "history-0",
            "importance",
            "course",
            "parallel",
            "contour",
            "slice-0",
            "slice-1",
            "slice-2",
            "slice-3",
            "slice-4",
            "timeline");
  }

  @Test
  void everyTrialIsInTheTableWithItsState() throws Exception {
    Document page = read(Reported.study(40));

    List<Element> rows = all(page.getDocumentElement(), "tr");

    assertThat(rows).hasSize(41);
    assertThat(rows.stream().filter(row -> row.getAttribute("class").equals("best"))).hasSize(1);
    assertThat(rows.get(8).getTextContent()).startsWith("7failed");
    assertThat(rows.get(11).getTextContent()).startsWith("10pruned");
  }

  @Test
  void aStudyWithoutACompleteTrialSaysSo() throws Exception {
    Document page = read(Reported.study(0));

    assertThat(ids(page, "figure")).isEmpty();
    assertThat(page.getDocumentElement().getTextContent()).contains("All 0 trials");
  }

  @Test
  void thePageAsksNothingOfTheNetworkAndHasNoScript() {
    String page = new SearchPage(Reported.study(30)).html();

    assertThat(page)
        .contains("default-src 'none'")
        .doesNotContain("<script")
        .doesNotContainPattern("(src|href|url)\\s*[=(]")
        .contains("&lt;script&gt;");
  }

  @Test
  void aTrialHasTheBarInTheTimelineThatItsTimesGive() throws Exception {
    Element timeline = byId(read(Reported.study(4)), "timeline");

    List<String> tops = all(timeline, "rect").stream().map(bar -> bar.getAttribute("y")).toList();

    // Trials 0 and 1 run side by side, then 2 and 3.
    assertThat(tops).containsExactly("6", "32", "6", "32");
  }

  /** Trials run for 2.4 s, from 0 and 0.7 s, and a day later from 2.6 and 3.3 s. */
  @Test
  void aDayBetweenTwoTrialsIsLeftOutOfTheTimeline() throws Exception {
    Element timeline = byId(read(Reported.resumed()), "timeline");

    Element pause = all(timeline, "line").get(all(timeline, "line").size() - 1);
    List<Element> bars = all(timeline, "rect");
    double work = number(pause, "x1") - 20;

    assertThat(pause.getAttribute("class")).isEqualTo("pause");
    assertThat(pause.getTextContent()).isEqualTo("a pause of 24 h 0 min");
    assertThat(number(bars.get(0), "x")).isEqualTo(20);
    assertThat(number(bars.get(0), "width") + 1).isCloseTo(work * 2.4 / 3.1, within(0.2));
    assertThat(number(bars.get(2), "x")).isCloseTo(20 + work, within(0.2));
    assertThat(number(bars.get(3), "x")).isCloseTo(20 + work * 3.8 / 3.1, within(0.2));
    assertThat(timeline.getTextContent()).contains("in 6.20 s, without 24 h 0 min of pauses.");
  }

  @Test
  void aShortPauseIsTimeLikeAnyOther() throws Exception {
    Element timeline = byId(read(Reported.study(40)), "timeline");

    assertThat(all(timeline, "line")).noneMatch(line -> line.getAttribute("class").equals("pause"));
    assertThat(timeline.getTextContent()).doesNotContain("pause");
  }

  @Test
  void thePageEndsWithTheFingerprintByWhichTheSameTrialsAreKnown() throws Exception {
    ReportContent study = Reported.study(4);
    String fingerprint =
        TrialFingerprint.of(study.trials().stream().map(ReportTrial::record).toList());

    Element origins = byId(read(study), "provenance");

    assertThat(fingerprint).hasSize(64);
    assertThat(origins.getTextContent()).contains("fingerprint of all trials" + fingerprint);
  }

  private static Document read(ReportContent content) throws Exception {
    String page = new SearchPage(content).html().substring("<!DOCTYPE html>".length());
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new InputSource(new StringReader(page)));
  }

  private static double number(Element element, String name) {
    return Double.parseDouble(element.getAttribute(name));
  }

  private static List<String> ids(Document page, String tag) {
    return all(page.getDocumentElement(), tag).stream().map(e -> e.getAttribute("id")).toList();
  }

  private static Element byId(Document page, String id) {
    return all(page.getDocumentElement(), "*").stream()
        .filter(each -> each.getAttribute("id").equals(id))
        .findFirst()
        .orElseThrow();
  }

  private static List<Element> all(Element within, String tag) {
    NodeList found = within.getElementsByTagName(tag);
    return IntStream.range(0, found.getLength()).mapToObj(i -> (Element) found.item(i)).toList();
  }
}
