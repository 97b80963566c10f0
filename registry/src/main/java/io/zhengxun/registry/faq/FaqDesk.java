package io.zhengxun.registry.faq;

import io.zhengxun.registry.refusal.Absent;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** The answers as staff look at them: what is stored at this moment, with drafts and earlier versions. */
@Component
public class FaqDesk {

    private final FaqTexts texts;
    private final FaqMapper mapper;

    FaqDesk(FaqTexts texts, FaqMapper mapper) {
        this.texts = texts;
        this.mapper = mapper;
    }

    /** One for each intent, in the order of the rulebook's section 8. */
    public List<FaqEntry> all() {
        Map<String, FaqMapper.EntryRow> rows =
                mapper.entries().stream().collect(Collectors.toMap(FaqMapper.EntryRow::intentCode, Function.identity()));
        Map<String, FaqMapper.TextRow> published = mapper.publishedRows().stream()
                .collect(Collectors.toMap(FaqMapper.TextRow::intentCode, Function.identity()));
        return texts.builtIn().values().stream()
                .map(builtIn -> entry(
                        Optional.ofNullable(published.get(builtIn.intentCode()))
                                .map(row -> row.version(builtIn.intentCode()))
                                .orElseGet(() -> FaqVersion.builtIn(builtIn)),
                        rows.get(builtIn.intentCode())))
                .toList();
    }

    /** @throws Absent if there is no such intent */
    public FaqEntry one(String intentCode) {
        builtIn(intentCode);
        FaqMapper.EntryRow row = mapper.entry(intentCode);
        return entry(version(intentCode, row == null ? 0 : row.published()), row);
    }

    /**
     * What was published, the latest first, ending with version 0.
     *
     * @param before only versions below this one
     * @throws Absent if there is no such intent
     */
    public List<FaqVersion> history(String intentCode, int before, int limit) {
        FaqText builtIn = builtIn(intentCode);
        List<FaqVersion> found = new ArrayList<>(mapper.history(intentCode, before, limit).stream()
                .map(row -> row.version(intentCode))
                .toList());
        if (found.size() < limit && before > 0) {
            found.add(FaqVersion.builtIn(builtIn));
        }
        return found;
    }

    /** @throws Absent if there is no such version */
    FaqVersion version(String intentCode, int version) {
        if (version == 0) {
            return FaqVersion.builtIn(builtIn(intentCode));
        }
        return Optional.ofNullable(mapper.text(intentCode, version))
                .orElseThrow(Absent::new)
                .version(intentCode);
    }

    FaqText builtIn(String intentCode) {
        return Optional.ofNullable(texts.builtIn().get(intentCode)).orElseThrow(Absent::new);
    }

    private static FaqEntry entry(FaqVersion current, FaqMapper.EntryRow row) {
        if (row == null) {
            return new FaqEntry(0, current, Optional.empty(), null, null);
        }
        Optional<FaqEntry.Draft> draft =
                Optional.ofNullable(row.draftBody()).map(body -> new FaqEntry.Draft(body, row.draftSource()));
        return new FaqEntry(row.edition(), current, draft, row.changedBy(), row.changedAt());
    }
}
