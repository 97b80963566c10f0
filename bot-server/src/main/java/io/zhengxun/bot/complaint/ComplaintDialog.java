package io.zhengxun.bot.complaint;

import io.zhengxun.bot.dialog.DialogState;
import io.zhengxun.bot.dialog.GuidedDialog;
import io.zhengxun.bot.dialog.Said;
import io.zhengxun.bot.dialog.Step;
import io.zhengxun.registry.certificate.CertificateNumber;
import io.zhengxun.registry.certificate.Reading;
import io.zhengxun.registry.complaint.Complaint;
import io.zhengxun.registry.complaint.ComplaintCategory;
import io.zhengxun.registry.complaint.ComplaintText;
import io.zhengxun.registry.complaint.FilingComplaint;
import io.zhengxun.registry.complaint.NewComplaint;
import io.zhengxun.registry.complaint.TooManyComplaints;
import io.zhengxun.registry.institution.Institution;
import io.zhengxun.registry.institution.Institutions;
import io.zhengxun.registry.privacy.PhoneMask;
import io.zhengxun.understanding.intent.Intent;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** A holder complains: category, words, pictures, telephone number, summary, confirmation (X1). */
@Component
class ComplaintDialog implements GuidedDialog {

    private static final String CATEGORY = "category";
    private static final String TEXT = "text";
    private static final String PICTURES = "pictures";
    private static final String CONTACT = "contact";
    private static final String CONFIRM = "confirm";

    /** Made when the dialog begins: what is confirmed twice is filed once. */
    private static final String KEY = "key";
    /** What the person said to begin with, if it may be the complaint itself. */
    private static final String FIRST = "first";
    private static final String INSTITUTION = "institution";
    /** Media ids by comma, which none contains. */
    private static final String MEDIA = "media";

    /** A shorter message says that somebody wants to complain, not what about. */
    private static final int SHORTEST_COMPLAINT = 12;
    /** The first 13 characters of a certificate number (C3), standing alone. */
    private static final Pattern PREFIX = Pattern.compile("(?<![0-9A-Z])[YS][0-9]{12}(?![0-9A-Z])");
    private static final Pattern QUESTION = Pattern.compile("[?？]$|[吗嗎呢么咩]$");
    private static final String USE_FIRST = "就用刚才说的";
    private static final String SUBMIT = "确认提交";
    private static final Set<String> SKIPPING =
            Set.of("跳过", "跳過", "没有", "沒有", "冇", "不用", "不用了", "完成", "好了", "无", "無", "下一步", "不留");

    private final FilingComplaint filing;
    private final Institutions institutions;
    private final ComplaintWords words;

    ComplaintDialog(FilingComplaint filing, Institutions institutions, ComplaintWords words) {
        this.filing = filing;
        this.institutions = institutions;
        this.words = words;
    }

    @Override
    public String kind() {
        return "complaint";
    }

    @Override
    public Set<Intent> startedBy() {
        return Set.of(Intent.COMPLAINT);
    }

    @Override
    public boolean takesAnyText(DialogState state) {
        return state.step().equals(TEXT) || state.step().equals(CONTACT);
    }

    /** Who tells what happened instead of tapping a category is listened to; a question is none of it. */
    @Override
    public boolean takes(DialogState state, Said said) {
        return state.step().equals(CATEGORY)
                && isComplaint(said.text())
                && !said.understood().fields().isComplete()
                && !QUESTION.matcher(said.text().strip()).find();
    }

    private static boolean isComplaint(String typed) {
        String visible = ComplaintText.visible(typed);
        int length = visible.codePointCount(0, visible.length());
        return length >= SHORTEST_COMPLAINT && length <= ComplaintText.LONGEST;
    }

    @Override
    public Step begin(Said said) {
        DialogState state = new DialogState(kind(), CATEGORY, Map.of(KEY, UUID.randomUUID().toString()));
        if (isComplaint(said.text())) {
            state = state.with(FIRST, ComplaintText.visible(said.text()));
        }
        return Step.goingOn(askCategory("category"), noting(said, state));
    }

    @Override
    public Step next(DialogState state, Said said) {
        return switch (state.step()) {
            case CATEGORY -> category(state, said);
            case TEXT -> text(noting(said, state), said);
            case PICTURES -> pictures(state, said);
            case CONTACT -> contact(state, said);
            case CONFIRM -> confirm(state, said);
            default -> throw new IllegalStateException("A complaint has no step " + state.step() + ".");
        };
    }

    /** A certificate number in the words, or the institution's own part of one, tells whom the complaint is about. */
    private DialogState noting(Said said, DialogState state) {
        return said.understood().fields().number()
                .flatMap(Reading::accepted)
                .flatMap(CertificateNumber::institutionPrefix)
                .or(() -> prefix(said.text()))
                .flatMap(institutions::findByNumberPrefix)
                .map(Institution::id)
                .map(id -> state.with(INSTITUTION, String.valueOf(id)))
                .orElse(state);
    }

    private static Optional<String> prefix(String typed) {
        Matcher found = PREFIX.matcher(Normalizer.normalize(typed, Normalizer.Form.NFKC).toUpperCase(Locale.ROOT));
        return found.find() ? Optional.of(found.group()) : Optional.empty();
    }

    private String askCategory(String key) {
        String taps = Arrays.stream(ComplaintCategory.values())
                .map(one -> ComplaintWords.tap(String.valueOf(one.ordinal() + 1), number(one) + words.category(one)))
                .collect(Collectors.joining("\n"));
        return words.of(key, taps);
    }

    private static String number(ComplaintCategory category) {
        return category.ordinal() + 1 + " ";
    }

    private Step category(DialogState state, Said said) {
        return chosen(said.text())
                .map(category -> askText(state.with(CATEGORY, category.name())))
                .orElseGet(() -> takes(state, said)
                        ? Step.goingOn(
                                askCategory("category-noted"),
                                noting(said, state.with(FIRST, ComplaintText.visible(said.text()))))
                        : Step.goingOn(askCategory("category-again"), state));
    }

    /** By its number, by its words, or by both. */
    private Optional<ComplaintCategory> chosen(String typed) {
        String bare = ComplaintWords.bare(typed);
        return Arrays.stream(ComplaintCategory.values())
                .filter(one -> {
                    String label = words.category(one);
                    String digit = String.valueOf(one.ordinal() + 1);
                    return bare.equals(digit) || bare.equals(label) || bare.equals(digit + label);
                })
                .findFirst();
    }

    private Step askText(DialogState state) {
        DialogState next = state.at(TEXT);
        String first = state.given().get(FIRST);
        return Step.goingOn(
                first == null
                        ? words.of("text")
                        : words.of("text-or-first", ComplaintWords.echoed(first), ComplaintWords.tap(USE_FIRST, USE_FIRST)),
                next);
    }

    private Step text(DialogState state, Said said) {
        String first = state.given().get(FIRST);
        String typed = ComplaintText.visible(said.text());
        String text = first != null && ComplaintWords.bare(typed).equals(USE_FIRST) ? first : typed;
        if (text.isEmpty()) {
            return Step.goingOn(words.of("text-first"), state);
        }
        if (text.codePointCount(0, text.length()) > ComplaintText.LONGEST) {
            return Step.goingOn(words.of("text-long", String.valueOf(ComplaintText.LONGEST)), state);
        }
        return Step.goingOn(
                words.of("pictures", String.valueOf(NewComplaint.MOST_PICTURES), ComplaintWords.tap("跳过", "跳过")),
                state.with(TEXT, text).at(PICTURES));
    }

    private Step pictures(DialogState state, Said said) {
        if (said.picture().isPresent()) {
            return picture(state, said.picture().get());
        }
        return SKIPPING.contains(ComplaintWords.bare(said.text()))
                ? askContact(state)
                : Step.goingOn(words.of("pictures-again", ComplaintWords.tap("跳过", "跳过")), state);
    }

    private Step picture(DialogState state, String mediaId) {
        List<String> before = media(state);
        if (before.contains(mediaId) || mediaId.isBlank() || mediaId.contains(",")) {
            return Step.goingOn(words.of("pictures-again", ComplaintWords.tap("完成", "完成")), state);
        }
        DialogState now = state.with(MEDIA, before.isEmpty() ? mediaId : String.join(",", before) + "," + mediaId);
        int count = before.size() + 1;
        return count == NewComplaint.MOST_PICTURES
                ? askContact(now)
                : Step.goingOn(
                        words.of("picture-taken", String.valueOf(count),
                                String.valueOf(NewComplaint.MOST_PICTURES - count), ComplaintWords.tap("完成", "完成")),
                        now);
    }

    private static List<String> media(DialogState state) {
        String all = state.given().getOrDefault(MEDIA, "");
        return all.isEmpty() ? List.of() : List.of(all.split(","));
    }

    private Step askContact(DialogState state) {
        return Step.goingOn(words.of("contact", ComplaintWords.tap("跳过", "跳过")), state.at(CONTACT));
    }

    private Step contact(DialogState state, Said said) {
        String bare = ComplaintWords.bare(said.text());
        if (SKIPPING.contains(bare)) {
            return summary(state.with(CONTACT, ""));
        }
        return PhoneNumber.read(said.text())
                .map(phone -> summary(state.with(CONTACT, phone)))
                .orElseGet(() -> Step.goingOn(words.of("contact-again", ComplaintWords.tap("跳过", "跳过")), state));
    }

    private Step summary(DialogState state) {
        String contact = state.given().get(CONTACT);
        return Step.goingOn(
                words.of("summary",
                        words.category(ComplaintCategory.valueOf(state.given().get(CATEGORY))),
                        ComplaintWords.echoed(state.given().get(TEXT)),
                        String.valueOf(media(state).size()),
                        contact.isEmpty() ? words.of("no-contact") : PhoneMask.of(contact),
                        ComplaintWords.tap(SUBMIT, SUBMIT)),
                state.at(CONFIRM));
    }

    private Step confirm(DialogState state, Said said) {
        String bare = ComplaintWords.bare(said.text());
        if (!Set.of(SUBMIT, "确认", "確認提交", "確認", "提交").contains(bare)) {
            return Step.goingOn(words.of("confirm-again", ComplaintWords.tap(SUBMIT, SUBMIT)), state);
        }
        String institution = state.given().get(INSTITUTION);
        try {
            Complaint filed = filing.file(new NewComplaint(
                    ComplaintCategory.valueOf(state.given().get(CATEGORY)),
                    new ComplaintText(state.given().get(TEXT)),
                    media(state),
                    state.given().get(CONTACT),
                    institution == null ? null : Long.valueOf(institution),
                    state.given().get(KEY)), said.user().value());
            return Step.ending(words.of("filed", filed.number(), ComplaintWords.day(filed.dueOn())));
        } catch (TooManyComplaints e) {
            return Step.ending(words.refused(e));
        }
    }
}
