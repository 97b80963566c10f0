package io.zhengxun.registry.faq;

import io.zhengxun.registry.live.LiveCopy;
import jakarta.annotation.PreDestroy;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * The answers as they are published. They are served from memory; what is published anywhere is used by all instances seconds later.
 * While the database is away they stay as last known.
 */
@Component
public class FaqTexts {

    private final Map<String, FaqText> builtIn = BuiltInTexts.read();
    private final LiveCopy<Map<String, FaqText>> published;

    FaqTexts(FaqMapper mapper) {
        this.published = new LiveCopy<>("answers", mapper::edition, () -> overlaid(mapper), builtIn);
    }

    /**
     * The text in use: the one that staff published last, or the one that came with the program.
     *
     * @param intentCode one of the fixed codes of the rulebook's section 8
     * @return empty for a code that has no text
     */
    public Optional<FaqText> of(String intentCode) {
        return Optional.ofNullable(published.get().get(intentCode));
    }

    /** The texts that came with the program, which are version 0, by intent. */
    Map<String, FaqText> builtIn() {
        return builtIn;
    }

    private Map<String, FaqText> overlaid(FaqMapper mapper) {
        Map<String, FaqText> texts = new LinkedHashMap<>(builtIn);
        mapper.published().forEach(text -> texts.replace(text.intentCode(), text));
        return Collections.unmodifiableMap(texts);
    }

    @PreDestroy
    void stopAsking() {
        published.close();
    }
}
