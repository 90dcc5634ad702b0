package io.heddle.definitions;

import java.io.StringReader;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import javax.xml.stream.Location;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/** Reads XML into elements. A document type declaration, and with it every entity, is refused. */
final class XmlTree {
  private static final int MOST_DEPTH = 200;
  private static final String DEPTH_LIMIT = "jdk.xml.maxElementDepth";
  private static final String DETAIL = "Message: ";

  private final Deque<XmlElement> open = new ArrayDeque<>();
  private @Nullable XmlElement root;

  static XmlElement read(byte[] bytes) throws DefinitionFormatException {
    XmlTree reader = new XmlTree();
    try {
      XMLStreamReader in =
          factory().createXMLStreamReader(new StringReader(Characters.ofXml(bytes)));
      while (in.hasNext()) {
        reader.add(in.next(), in);
      }
      in.close();
    } catch (XMLStreamException e) {
      throw explain(e);
    }
    if (reader.root == null) {
      throw new DefinitionFormatException("the XML document has no element");
    }
    return reader.root;
  }

  /** The JDK's own, whatever else is on the class path. */
  private static XMLInputFactory factory() {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(DEPTH_LIMIT, String.valueOf(MOST_DEPTH + 1)); // its default differs by JDK
    return factory;
  }

  private void add(int event, XMLStreamReader in) throws DefinitionFormatException {
    switch (event) {
      case XMLStreamConstants.START_ELEMENT -> start(in);
      case XMLStreamConstants.END_ELEMENT -> open.pop();
      case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> {
        if (!open.isEmpty()) {
          open.element().text().append(in.getText());
        }
      }
      case XMLStreamConstants.DTD -> throw wrong("a document type declaration is not read", in);
      case XMLStreamConstants.ENTITY_REFERENCE -> throw wrong("an entity is not read", in);
      default -> {
        // Comments, processing instructions and space mean nothing here.
      }
    }
  }

  private void start(XMLStreamReader in) throws DefinitionFormatException {
    if (open.size() == MOST_DEPTH) {
      throw wrong("nested deeper than " + MOST_DEPTH + " levels", in);
    }
    String namespace = in.getNamespaceURI();
    Location at = in.getLocation();
    XmlElement element =
        new XmlElement(
            namespace == null ? "" : namespace,
            in.getLocalName(),
            attributes(in),
            at.getLineNumber(),
            at.getColumnNumber());
    if (open.isEmpty()) {
      root = element;
    } else {
      open.element().children().add(element);
    }
    open.push(element);
  }

  private static Map<String, String> attributes(XMLStreamReader in) {
    Map<String, String> attributes = new HashMap<>();
    for (int i = 0; i < in.getAttributeCount(); i++) {
      String namespace = in.getAttributeNamespace(i);
      if (namespace == null || namespace.isEmpty()) {
        attributes.put(in.getAttributeLocalName(i), in.getAttributeValue(i));
      } else {
        attributes.putIfAbsent(in.getAttributeLocalName(i), in.getAttributeValue(i));
      }
    }
    return attributes;
  }

  private static DefinitionFormatException wrong(String what, XMLStreamReader in) {
    Location at = in.getLocation();
    return DefinitionFormatException.at(what, at.getLineNumber(), at.getColumnNumber());
  }

  private static DefinitionFormatException explain(XMLStreamException e) {
    String message = String.valueOf(e.getMessage());
    int mark = message.lastIndexOf(DETAIL);
    String what = mark < 0 ? message : message.substring(mark + DETAIL.length()).strip();
    Location at = e.getLocation();
    String first = "malformed XML: " + what.lines().findFirst().orElse("");
    return at == null
        ? new DefinitionFormatException(first)
        : DefinitionFormatException.at(first, at.getLineNumber(), at.getColumnNumber());
  }
}
