package io.zhengxun.understanding.field;

import com.hankcs.hanlp.HanLP;
import com.hankcs.hanlp.seg.Segment;
import com.hankcs.hanlp.seg.common.Term;
import io.zhengxun.understanding.text.Levelling;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What HanLP's dictionary and its model of Chinese names say to a word: names are told from other words that begin with the character of
 * a surname (谢了, 解绑, 时效).
 */
final class NameWords {

    private static final Segment SEGMENT = HanLP.newSegment()
            .enableNameRecognize(true)
            .enableTranslatedNameRecognize(false)
            .enableJapaneseNameRecognize(false)
            .enableOffset(true);
    private static final Levelling LEVELLING = new Levelling();

    /** A person's name. */
    private static final String PERSON = "nr";
    /** Particles, pronouns, adverbs, prepositions, conjunctions, and verbs of two characters: no given name is made of them. */
    private static final String NO_GIVEN_NAME = "uyrdpc";

    private enum Alone {
        PERSON,
        PERHAPS,
        NO
    }

    /** What was found in a run of words. */
    record Judged(Set<Long> persons) {

        /** Points for the stretch being a name. */
        double points(int from, int to, String name, boolean announced) {
            double inContext = isPerson(from, to) ? 1.5 : 0;
            return inContext + switch (alone(name)) {
                case PERSON -> 2;
                case PERHAPS -> 1;
                case NO -> announced ? -0.5 : -1.5;
            };
        }

        /** Whether the words around it make the stretch a person's name. */
        boolean isPerson(int from, int to) {
            return persons.contains(key(from, to));
        }

        private static long key(int from, int to) {
            return (long) from << 32 | to;
        }
    }

    private NameWords() {}

    /** @param run Han characters without gaps, simplified or traditional */
    static Judged judge(String run) {
        Set<Long> persons = new HashSet<>();
        for (Term term : SEGMENT.seg(simplified(run))) {
            if (isPerson(term)) {
                persons.add(Judged.key(term.offset, term.offset + term.word.length()));
            }
        }
        return new Judged(persons);
    }

    /** What a word that begins with a surname is by itself. */
    private static Alone alone(String word) {
        List<Term> terms = SEGMENT.seg(simplified(word));
        Term first = terms.get(0);
        if (terms.size() == 1) {
            return isPerson(first) ? Alone.PERSON : Alone.NO;
        }
        if (Surnames.isCompound(word)) {
            return Alone.PERHAPS;
        }
        boolean perhaps = (Surnames.contains(first.word) || isPerson(first)) && terms.stream().skip(1).noneMatch(NameWords::isOfSentences);
        return perhaps ? Alone.PERHAPS : Alone.NO;
    }

    /** Whether a word by itself is nothing but a person's name. */
    static boolean isPerson(String word) {
        return alone(word) == Alone.PERSON;
    }

    /** Whether a word names a thing or how something is, and no place: names are made of such words. */
    static boolean isThing(String word) {
        List<Term> terms = SEGMENT.seg(simplified(word));
        char nature = terms.get(0).nature.firstChar();
        return terms.size() == 1 && (nature == 'n' || nature == 'a' || nature == 'z') && !terms.get(0).nature.toString().startsWith("ns");
    }

    /** Whether no dictionary knows a word. */
    static boolean isUnknown(String word) {
        List<Term> terms = SEGMENT.seg(simplified(word));
        return (terms.size() > 1 || isOfNames(terms.get(0))) && terms.stream().allMatch(term ->
                term.word.length() == 1 && !isOfSentences(term) || isOfNames(term));
    }

    private static boolean isOfNames(Term term) {
        String nature = term.nature.toString();
        return nature.startsWith(PERSON) || nature.startsWith("nz") || nature.startsWith("m") || nature.startsWith("g");
    }

    private static boolean isOfSentences(Term term) {
        char nature = term.nature.firstChar();
        return NO_GIVEN_NAME.indexOf(nature) >= 0 || nature == 'v' && term.word.length() > 1;
    }

    private static boolean isPerson(Term term) {
        return term.nature.toString().equals(PERSON);
    }

    /** The dictionary is in simplified characters; one for one, so that places stay. */
    private static String simplified(String word) {
        String simple = LEVELLING.simplified(word);
        return simple.length() == word.length() ? simple : word;
    }
}
