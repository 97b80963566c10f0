package io.zhengxun.registry.institution;

import io.zhengxun.registry.certificate.Level;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The institutions and what they may assess. */
@Component
public class Institutions {

    private final InstitutionMapper mapper;

    Institutions(InstitutionMapper mapper) {
        this.mapper = mapper;
    }

    public Optional<Institution> find(long id) {
        return Optional.ofNullable(mapper.byId(id));
    }

    public Map<Long, Institution> find(Collection<Long> ids) {
        return ids.isEmpty()
                ? Map.of()
                : mapper.byIds(ids).stream().collect(Collectors.toMap(Institution::id, Function.identity()));
    }

    /** By number prefix, paged by it. */
    public List<Institution> search(InstitutionSearch search) {
        return mapper.search(search);
    }

    public Optional<Institution> findByNumberPrefix(String numberPrefix) {
        return Optional.ofNullable(mapper.byNumberPrefix(numberPrefix));
    }

    /** All of them: some hundreds. */
    public List<Institution> all() {
        return mapper.all();
    }

    /** What an institution may assess, as filed (C4). */
    public FiledScope filedScope(long institutionId) {
        return FiledScope.of(mapper.scopeOf(institutionId));
    }

    /** Files a new institution with its scope, whole or not at all; returns its id. */
    @Transactional
    public long file(NewInstitution filing) {
        InstitutionRow row = new InstitutionRow(filing);
        mapper.insert(row);
        List<FiledScope.Line> lines = new ArrayList<>();
        filing.scope().forEach((occupation, levels) -> {
            for (Level level : levels) {
                lines.add(new FiledScope.Line(occupation, level));
            }
        });
        if (!lines.isEmpty()) {
            mapper.insertScope(row.id, lines);
        }
        return row.id;
    }
}
