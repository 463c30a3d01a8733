package vn.congvu.devstack.world;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** What a webhook answered for the provider to do, in order. */
final class Twiml {
    /** One verb, its attributes and text: {@code <Say>}, {@code <Record>}, {@code <Message>} and the like. */
    record Verb(String name, Element element) {
        String attribute(String attribute) {
            return element.getAttribute(attribute);
        }

        /** The text, which in a {@code <Message>} may stand in a {@code <Body>}. */
        String text() {
            var bodies = element.getElementsByTagName("Body");
            return (bodies.getLength() > 0 ? bodies.item(0) : element)
                    .getTextContent()
                    .strip();
        }
    }

    private Twiml() {}

    /** @return no verbs for an empty body, which is a valid answer: nothing to do */
    static List<Verb> parse(String xml) {
        var verbs = new ArrayList<Verb>();
        if (xml.isBlank()) {
            return verbs;
        }
        try {
            var factory = DocumentBuilderFactory.newInstance();
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            var response = factory.newDocumentBuilder()
                    .parse(new InputSource(new StringReader(xml)))
                    .getDocumentElement();
            if (!response.getTagName().equals("Response")) {
                throw new NotTwiml("<Response> expected, <" + response.getTagName() + "> found");
            }
            for (var node = response.getFirstChild(); node != null; node = node.getNextSibling()) {
                if (node.getNodeType() == Node.ELEMENT_NODE) {
                    verbs.add(new Verb(node.getNodeName(), (Element) node));
                }
            }
            return verbs;
        } catch (SAXException | IOException broken) {
            throw new NotTwiml(String.valueOf(broken.getMessage()));
        } catch (ParserConfigurationException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** The provider would log a warning and play an apology. */
    static final class NotTwiml extends RuntimeException {
        NotTwiml(String reason) {
            super("The webhook's answer is not TwiML: " + reason);
        }
    }
}
