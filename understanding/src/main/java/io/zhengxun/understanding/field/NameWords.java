package io.zhengxun.understanding.field;

import com.hankcs.hanlp.HanLP;
import com.hankcs.hanlp.seg.Segment;
import com.hankcs.hanlp.seg.common.Term;
import java.util.List;
import java.util.Optional;

/**
 * Tells names from other words that begin with the character of a surname (谢了, 解绑, 时效), by HanLP's dictionary and its model of
 * Chinese names.
 */
final class NameWords {

    private static final Segment SEGMENT = HanLP.newSegment()
            .enableNameRecognize(true)
            .enableTranslatedNameRecognize(false)
            .enableJapaneseNameRecognize(false);

    private static final int SHORTEST = 2;
    private static final int LONGEST = 4;
    /** A person's name. */
    private static final String PERSON = "nr";
    /** Verbs, particles, pronouns, adverbs, prepositions, conjunctions: no given name is made of them. */
    private static final String NO_GIVEN_NAME = "vuyrdpc";

    private NameWords() {}

    /** Whether a word as a whole is a Han name with a known surname, as far as its characters tell. */
    static boolean isName(String word) {
        if (!Surnames.canBegin(word)) {
            return false;
        }
        List<Term> terms = SEGMENT.seg(word);
        Term first = terms.get(0);
        if (terms.size() == 1) {
            return isPerson(first);
        }
        return Surnames.contains(first.word)
                && terms.stream().skip(1).noneMatch(term -> NO_GIVEN_NAME.indexOf(term.nature.firstChar()) >= 0);
    }

    /** The name that begins a run of words without gaps, such as 王子轩以前叫王二狗. */
    static Optional<String> beginning(String words) {
        if (words.length() < SHORTEST) {
            return Optional.empty();
        }
        if (words.length() <= LONGEST && isName(words)) {
            return Optional.of(words);
        }
        Term first = SEGMENT.seg(words).get(0);
        boolean name = isPerson(first) && first.word.length() >= SHORTEST && Surnames.canBegin(first.word);
        return Optional.of(first.word).filter(word -> name);
    }

    private static boolean isPerson(Term term) {
        return term.nature.toString().equals(PERSON);
    }
}
