package io.heddle.report.html;

import static org.assertj.core.api.Assertions.assertThat;

import io.heddle.report.Format;
import io.heddle.report.Mailroom;
import io.heddle.report.Reports;
import java.io.StringReader;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

class HtmlPageTest {
  @ParameterizedTest
  @ValueSource(strings = {"src", "srcset", "action", "data", "poster"})
  void page_asksNoServer(String attribute) throws Exception {
    Document page = parse(page());
    NodeList elements = page.getElementsByTagName("*");
    for (int i = 0; i < elements.getLength(); i++) {
      assertThat(((Element) elements.item(i)).hasAttribute(attribute)).isFalse();
    }
    assertThat(page()).doesNotContain("http:", "https:", "@import", "url(", "<script");
  }

  @Test
  void links_stayOnThePage() throws Exception {
    NodeList links = parse(page()).getElementsByTagName("a");
    assertThat(links.getLength()).isEqualTo(1);
    assertThat(((Element) links.item(0)).getAttribute("href")).isEqualTo("#workflow-0");
  }

  @Test
  void graph_drawsEveryNodeAndEdge() throws Exception {
    Element graph = svg(parse(page()), "graph");
    assertThat(withClass(graph, "box")).isEqualTo(4);
    assertThat(withClass(graph, "wire")).isEqualTo(3);
    assertThat(withClass(graph, "wire dashed")).isEqualTo(1);
  }

  @Test
  void gantt_drawsEverySectionOfTheCriticalPath() throws Exception {
    Element gantt = svg(parse(page()), "gantt");
    int sections = Mailroom.analysis().workflows().get(0).typical().sections().size();
    assertThat(withClass(gantt, "path") + withClass(gantt, "waits")).isEqualTo(sections);
  }

  @Test
  void hostileNames_stayText() throws Exception {
    String page = Mailroom.write(new Reports(Format.HTML, false).analysis(Mailroom.hostile()));
    assertThat(page).doesNotContain("<b>\"x", "\u001b");
    assertThat(parse(page).getElementsByTagName("h1").item(0).getTextContent())
        .startsWith("<b>\"x\" & |`#`");
  }

  private static String page() {
    return Mailroom.write(new Reports(Format.HTML, false).analysis(Mailroom.analysis()));
  }

  /** The page closes and quotes everything, so it is XML as well. */
  private static Document parse(String page) throws Exception {
    String xml = page.substring(page.indexOf("<html"));
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new InputSource(new StringReader(xml)));
  }

  private static Element svg(Document page, String name) {
    NodeList drawings = page.getElementsByTagName("svg");
    for (int i = 0; i < drawings.getLength(); i++) {
      Element drawing = (Element) drawings.item(i);
      if (drawing.getAttribute("class").equals(name)) {
        return drawing;
      }
    }
    throw new AssertionError("no drawing " + name);
  }

  private static int withClass(Element drawing, String name) {
    NodeList elements = drawing.getElementsByTagName("*");
    int found = 0;
    for (int i = 0; i < elements.getLength(); i++) {
      found += ((Element) elements.item(i)).getAttribute("class").equals(name) ? 1 : 0;
    }
    return found;
  }
}
