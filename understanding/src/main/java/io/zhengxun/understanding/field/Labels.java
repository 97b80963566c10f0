package io.zhengxun.understanding.field;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Cuts a message at the words that announce a field, such as 证书编号： or 我叫. */
final class Labels {

    enum Kind {
        NONE,
        NUMBER,
        NAME,
        /** 我是, 本人: a name may follow, or something else. */
        PERHAPS_NAME,
        /** 身份证: the eighteen characters of a resident's. */
        RESIDENT_ID,
        /** 回乡证 of people from Hong Kong and Macao. */
        HOME_PERMIT,
        ID,
        /** A number of something else, such as a telephone or an order. */
        OTHER_NUMBER
    }

    /**
     * A stretch of the message and what announced it.
     *
     * @param firm whether a colon says that the field follows; without one it may be a sentence about the field (名字打错了)
     */
    record Segment(Kind kind, boolean firm, String text) {

        Segment(Kind kind, String text) {
            this(kind, false, text);
        }
    }

    private static final String FIELDS =
                        "(?<resident>(?:[居區]民)?身[份分][证證](?:件)?(?:[号號][码碼]?)?)"
                    + "|(?<id>[证證]件(?:的)?(?:[号號][码碼]?)"
                    + "|(?i:passport(?: no\\.?| number)?)|[护護]照(?:[号號][码碼]?)?|(?:港澳台?|[台臺][湾灣])居民(?:[来往來]*内地|[来往來]*大陆)?(?:通行|居住)[证證](?:[号號][码碼]?)?"
                    + "|[台臺]胞[证證](?:[号號][码碼]?)?|永(?:久)?居(?:留)?(?:身份)?[证證](?:[号號][码碼]?)?)"
                    + "|(?<permit>回[乡鄉][证證](?:[号號][码碼]?)?)"
                    + "|(?<number>(?:[职職][业業])?(?:技能)?(?:等[级級])?[证證][书書]?的?(?:[编編][号號码碼]|[号號][码碼]?)|[编編][号號])"
                    + "|(?<name>(?:持[证證]人)?姓名(?:拼音)?|名字(?:拼音)?|拼音|持[证證]人|(?:[我他她]\\p{IsHan}{0,3}?|名)叫做?|本人叫)"
                    + "|(?<perhaps>我是|本人是|本人)";

    private static final String OTHER_NUMBERS =
            "(?<other>(?:[订訂][单單]|快[递遞]|[运運][单單]|工[单單]|投[诉訴]|受理|流水|批次|[计計][划劃]|准考[证證]|考生|考|[报報]名|[学學]|工|[发發]票"
                    + "|[银銀]行卡|卡|微信|手[机機]|[电電][话話])[单單编編]?[号號][码碼]?|[银銀]行卡|批次|手[机機]|[电電][话話])";

    private static final Pattern FIELD = Pattern.compile(FIELDS);
    private static final Pattern LABEL = Pattern.compile(OTHER_NUMBERS + "|" + FIELDS);

    private static final Pattern JOINT = Pattern.compile("^[\\s:=,，。、;]*(?:是|为|為|叫)?[\\s:=]*");

    private static final Pattern FIRM = Pattern.compile("[:=]");

    private Labels() {}

    static List<Segment> cut(String text) {
        List<Segment> segments = new ArrayList<>();
        Matcher label = LABEL.matcher(text);
        Kind kind = Kind.NONE;
        int from = 0;
        while (label.find()) {
            segments.add(new Segment(kind, text.substring(from, label.start())));
            kind = kindOf(label);
            from = label.end();
        }
        segments.add(new Segment(kind, text.substring(from)));
        return segments.stream().map(Labels::withoutJoint).toList();
    }

    /** The text without the words that announce fields. */
    static String without(String text) {
        return FIELD.matcher(text).replaceAll("");
    }

    private static Segment withoutJoint(Segment segment) {
        if (segment.kind() == Kind.NONE) {
            return segment;
        }
        Matcher joint = JOINT.matcher(segment.text());
        boolean firm = joint.find() && FIRM.matcher(joint.group()).find();
        return new Segment(segment.kind(), firm, joint.replaceFirst(""));
    }

    private static Kind kindOf(Matcher label) {
        if (label.group("resident") != null) {
            return Kind.RESIDENT_ID;
        }
        if (label.group("other") != null) {
            return Kind.OTHER_NUMBER;
        }
        if (label.group("permit") != null) {
            return Kind.HOME_PERMIT;
        }
        if (label.group("id") != null) {
            return Kind.ID;
        }
        if (label.group("number") != null) {
            return Kind.NUMBER;
        }
        return label.group("name") != null ? Kind.NAME : Kind.PERHAPS_NAME;
    }
}
