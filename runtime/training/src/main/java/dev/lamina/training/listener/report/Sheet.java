package dev.lamina.training.listener.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/**
 * A page with its style and its script in it; it asks nothing of the network, and says so to the
 * browser.
 *
 * @param title what the browser calls it
 * @param content what is in it
 */
public record Sheet(String title, Html content) {

  private static final String POLICY =
      "default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'";

  /**
   * The source of the page.
   *
   * @param style what is added to the style that all reports have
   * @param script what is done in the browser, or nothing
   */
  public String html(String style, String script) {
    Html head =
        Html.empty("meta", "charset", "utf-8")
            .and(Html.empty("meta", "http-equiv", "Content-Security-Policy", "content", POLICY))
            .and(
                Html.empty(
                    "meta", "name", "viewport", "content", "width=device-width, initial-scale=1"))
            .and(Html.element("title", title))
            .and(verbatim("style", read(Sheet.class, "report.css") + style));
    Html body = Html.element("main", content).and(verbatim("script", script));
    Html page = Html.element("head", head).and(Html.element("body", body));
    return "<!DOCTYPE html>\n" + Html.element("html", page, "lang", "en") + "\n";
  }

  /** The text of a resource beside this class. */
  public static String read(Class<?> beside, String resource) {
    try (InputStream stream = beside.getResourceAsStream(resource)) {
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException exception) {
      throw new UncheckedIOException(exception);
    }
  }

  /** Text as it is, hidden from XML by comments of its own language. */
  private static Html verbatim(String tag, String text) {
    return text.isEmpty()
        ? Html.nothing()
        : new Html("<" + tag + ">/*<![CDATA[*/\n" + text + "/*]]>*/</" + tag + ">");
  }
}
