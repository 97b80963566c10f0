package io.zhengxun.bot.wechat;

import io.zhengxun.wechat.OpenId;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Reads WeChat's XML, which is a dozen flat fields: streaming, without document types or entities of its own, bounded in depth
 * and number of elements; its length is bounded before it comes here.
 */
public final class MessageXml {

    /** The deepest that WeChat sends is 5: xml/SendPicsInfo/PicList/item/PicMd5Sum. */
    private static final int DEEPEST = 8;

    private static final int MOST_ELEMENTS = 256;
    private static final XMLInputFactory FACTORY = hardened();

    private MessageXml() {}

    private static XMLInputFactory hardened() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        factory.setXMLResolver((publicId, systemId, base, namespace) -> {
            throw new XMLStreamException("external entities are refused");
        });
        return factory;
    }

    /**
     * The message in a decrypted or plain body.
     *
     * @throws BadMessage when it is not UTF-8, not XML, too deep, or lacks what every message has
     */
    public static InboundMessage read(byte[] utf8) {
        SortedMap<String, String> fields = fields(utf8);
        try {
            return new InboundMessage(
                    new OpenId(taken(fields, "FromUserName")),
                    taken(fields, "ToUserName"),
                    Instant.ofEpochSecond(Long.parseLong(taken(fields, "CreateTime"))),
                    taken(fields, "MsgType"),
                    fields);
        } catch (IllegalArgumentException | DateTimeException e) {
            throw new BadMessage("a field that every message has is malformed");
        }
    }

    /**
     * The leaves by path without the root, repeats numbered.
     *
     * @throws BadMessage when it is not UTF-8, not XML or too deep
     */
    public static SortedMap<String, String> fields(byte[] utf8) {
        try {
            XMLStreamReader reader = FACTORY.createXMLStreamReader(new StringReader(decoded(utf8)));
            try {
                return leaves(reader);
            } finally {
                reader.close();
            }
        } catch (XMLStreamException e) {
            throw new BadMessage("not well-formed XML");
        }
    }

    private static String decoded(byte[] utf8) {
        try {
            // A new decoder reports what new String(…) would silently replace.
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(utf8)).toString();
        } catch (CharacterCodingException e) {
            throw new BadMessage("not UTF-8");
        }
    }

    private static SortedMap<String, String> leaves(XMLStreamReader reader) throws XMLStreamException {
        SortedMap<String, String> leaves = new TreeMap<>();
        Map<String, Integer> seen = new HashMap<>();
        Deque<String> path = new ArrayDeque<>();
        StringBuilder text = new StringBuilder();
        boolean leaf = false;
        while (reader.hasNext()) {
            switch (reader.next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    path.addLast(numbered(reader.getLocalName(), path, seen));
                    refuseExcess(path.size(), seen);
                    text.setLength(0);
                    leaf = true;
                }
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE ->
                    text.append(reader.getText());
                case XMLStreamConstants.END_ELEMENT -> {
                    if (leaf && path.size() > 1) {
                        leaves.put(withoutRoot(path), text.toString());
                    }
                    leaf = false;
                    path.removeLast();
                }
                case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE ->
                    throw new BadMessage("document types and entities are refused");
                default -> { }
            }
        }
        return leaves;
    }

    private static void refuseExcess(int depth, Map<String, Integer> seen) {
        if (depth > DEEPEST || seen.size() > MOST_ELEMENTS) {
            throw new BadMessage("XML is too deep or too long");
        }
    }

    private static String numbered(String name, Deque<String> path, Map<String, Integer> seen) {
        int count = seen.merge(String.join("/", path) + "/" + name, 1, Integer::sum);
        if (count > MOST_ELEMENTS) {
            throw new BadMessage("XML is too deep or too long");
        }
        return count == 1 ? name : name + "[" + count + "]";
    }

    private static String withoutRoot(Deque<String> path) {
        Iterator<String> names = path.iterator();
        names.next();
        StringBuilder joined = new StringBuilder(names.next());
        names.forEachRemaining(name -> joined.append('/').append(name));
        return joined.toString();
    }

    private static String taken(SortedMap<String, String> fields, String name) {
        String value = fields.remove(name);
        if (value == null || value.isBlank()) {
            throw new BadMessage("a field that every message has is missing");
        }
        return value.strip();
    }
}
