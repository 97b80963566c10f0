package io.zhengxun.standalone.simulator.wire;

import java.io.IOException;
import java.io.StringReader;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** A parsed {@code <xml>} element whose children are asked for by name. */
final class FlatXml {

    private static final DocumentBuilderFactory FACTORY = hardened();

    private final Element root;

    private FlatXml(Element root) {
        this.root = root;
    }

    /** Reads well-formed XML with the root {@code xml}. */
    static FlatXml parse(String text) throws InvalidReply {
        try {
            DocumentBuilder builder = FACTORY.newDocumentBuilder();
            // Else the parser prints its complaints to the error stream.
            builder.setErrorHandler(null);
            Element root = builder.parse(new InputSource(new StringReader(text))).getDocumentElement();
            if (root.getTagName().equals("xml")) {
                return new FlatXml(root);
            }
        } catch (SAXException | IOException | ParserConfigurationException e) {
            throw new InvalidReply("not-xml");
        }
        throw new InvalidReply("not-xml");
    }

    /** The text of the child of this name, or an empty text. */
    String text(String name) {
        Element child = child(name);
        return child == null ? "" : child.getTextContent();
    }

    boolean has(String name) {
        return child(name) != null;
    }

    private Element child(String name) {
        for (Node node = root.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element element && element.getTagName().equals(name)) {
                return element;
            }
        }
        return null;
    }

    private static DocumentBuilderFactory hardened() {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        try {
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException("The JDK's XML parser cannot be hardened", e);
        }
        factory.setExpandEntityReferences(false);
        return factory;
    }
}
