package dev.lamina.training.listener;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/**
 * A report as a tree, read as XML, which it is if every tag is closed and every text is escaped.
 */
record ReportPage(Document document) {

  static ReportPage read(Path file) throws IOException {
    String page = Files.readString(file);
    String root = page.substring("<!DOCTYPE html>".length());
    try {
      return new ReportPage(
          DocumentBuilderFactory.newInstance()
              .newDocumentBuilder()
              .parse(new InputSource(new StringReader(root))));
    } catch (ParserConfigurationException | SAXException exception) {
      throw new IOException(exception);
    }
  }

  /** The names of all elements of this kind, in order. */
  List<String> ids(String tag) {
    return all(document.getDocumentElement(), tag).stream()
        .map(each -> each.getAttribute("id"))
        .toList();
  }

  Element byId(String id) {
    return all(document.getDocumentElement(), "*").stream()
        .filter(each -> each.getAttribute("id").equals(id))
        .findFirst()
        .orElseThrow();
  }

  /** The text of the first element of this kind. */
  String text(String tag) {
    return document.getElementsByTagName(tag).item(0).getTextContent();
  }

  /** What is read off the curve with this number in a figure. */
  List<String> values(String figure, int curve) {
    return read(figure, curve, 3);
  }

  /** In which epochs that was. */
  List<String> moments(String figure, int curve) {
    return read(figure, curve, 2);
  }

  private List<String> read(String figure, int curve, int column) {
    String points = all(byId(figure), "path").get(curve).getAttribute("data-points");
    return Arrays.stream(points.split(";", -1)).map(point -> point.split(",", -1)[column]).toList();
  }

  private static List<Element> all(Element within, String tag) {
    NodeList found = within.getElementsByTagName(tag);
    return IntStream.range(0, found.getLength()).mapToObj(i -> (Element) found.item(i)).toList();
  }
}
