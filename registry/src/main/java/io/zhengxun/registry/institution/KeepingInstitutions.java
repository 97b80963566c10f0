package io.zhengxun.registry.institution;

import io.zhengxun.registry.audit.Actor;
import io.zhengxun.registry.audit.AuditTrail;
import io.zhengxun.registry.audit.Deed;
import io.zhengxun.registry.audit.Deed.Subject;
import io.zhengxun.registry.refusal.Absent;
import io.zhengxun.registry.refusal.FieldFlaw;
import io.zhengxun.registry.refusal.FieldsRefused;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Administrators file institutions and keep what is filed of them (C4), on record (W4). Name, phone and filed scope may
 * change, for what is reported from then on: what was reported before stays as it is. The prefix never changes, since
 * certificate numbers begin with it (C3, C5). Neither do tier and region: batches, deadlines and returns under way hold
 * where the institution reports to (W1); one that moves is filed anew under the prefix that it then gets.
 */
@Component
public class KeepingInstitutions {

    private final InstitutionMapper mapper;
    private final InstitutionCheck check;
    private final AuditTrail trail;

    KeepingInstitutions(InstitutionMapper mapper, InstitutionCheck check, AuditTrail trail) {
        this.mapper = mapper;
        this.check = check;
        this.trail = trail;
    }

    /** @throws Absent if there is none of that prefix */
    @Transactional(readOnly = true)
    public FiledInstitution find(String numberPrefix) {
        Institution institution = mapper.byNumberPrefix(numberPrefix);
        if (institution == null) {
            throw new Absent();
        }
        return filed(institution);
    }

    /**
     * Files a new one with its scope.
     *
     * @throws FieldsRefused with every field that is wrong
     * @throws InstitutionThere if somebody files the same one at the same moment
     */
    @Transactional
    public FiledInstitution file(InstitutionForm form, Actor by) {
        ScopeCheck scope = new ScopeCheck(form.scope());
        List<FieldFlaw> flaws = new ArrayList<>(check.flaws(form));
        flaws.addAll(scope.flaws());
        FieldsRefused.throwIfAny("C3", flaws);
        InstitutionRow row = new InstitutionRow(new NewInstitution(
                form.numberPrefix(), form.name().strip(), form.tier(), form.regionCode(), form.phone().strip(), Map.of()));
        try {
            mapper.insert(row);
        } catch (DuplicateKeyException e) {
            throw new InstitutionThere();
        }
        mapper.insertScope(row.id, scope.lines());
        FiledInstitution filed = filed(mapper.byId(row.id));
        Map<String, String> facts = facts(filed.institution());
        facts.putAll(filed.scope().labels());
        tell("INSTITUTION_FILED", filed, by, Map.of(), facts);
        return filed;
    }

    /**
     * Changes name and phone.
     *
     * @param seen as the person saw it
     * @throws InstitutionChanged if it is not so any more
     */
    @Transactional
    public FiledInstitution change(Seen seen, String name, String phone, Actor by) {
        Institution before = find(seen.numberPrefix()).institution();
        FieldsRefused.throwIfAny("", check.flaws(name, phone, before));
        take(before, seen);
        try {
            mapper.change(before.id(), name.strip(), phone.strip());
        } catch (DuplicateKeyException e) {
            throw new InstitutionThere();
        }
        FiledInstitution after = filed(mapper.byId(before.id()));
        tell("INSTITUTION_CHANGED", after, by, facts(before), facts(after.institution()));
        return after;
    }

    /** Files another scope in place of the one before (C4); refuses like {@link #change}. */
    @Transactional
    public FiledInstitution changeScope(Seen seen, List<ScopeLine> lines, Actor by) {
        FiledInstitution before = find(seen.numberPrefix());
        ScopeCheck scope = new ScopeCheck(lines);
        FieldsRefused.throwIfAny("C4", scope.flaws());
        take(before.institution(), seen);
        long id = before.institution().id();
        mapper.deleteScope(id);
        mapper.insertScope(id, scope.lines());
        FiledInstitution after = filed(before.institution());
        tellDifference(before.scope().labels(), after, by);
        return after;
    }

    /** An institution as a person saw it. */
    public record Seen(String numberPrefix, int version) {}

    private void take(Institution institution, Seen seen) {
        if (mapper.take(institution.id(), seen.version()) == 0) {
            throw new InstitutionChanged();
        }
    }

    private FiledInstitution filed(Institution institution) {
        return new FiledInstitution(
                institution, FiledScope.of(mapper.scopeOf(institution.id())), mapper.version(institution.id()));
    }

    /** Only the occupations that changed: a scope may have hundreds of lines. */
    private void tellDifference(Map<String, String> before, FiledInstitution filed, Actor by) {
        Map<String, String> after = new LinkedHashMap<>(filed.scope().labels());
        Map<String, String> gone = new LinkedHashMap<>(before);
        gone.entrySet().removeIf(line -> Objects.equals(filed.scope().labels().get(line.getKey()), line.getValue()));
        after.entrySet().removeIf(line -> Objects.equals(before.get(line.getKey()), line.getValue()));
        tell("INSTITUTION_SCOPE_FILED", filed, by, gone, after);
    }

    private static Map<String, String> facts(Institution institution) {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("name", institution.name());
        facts.put("tier", institution.tier().name());
        facts.put("regionCode", institution.regionCode());
        facts.put("phone", institution.phone());
        return facts;
    }

    private void tell(String act, FiledInstitution filed, Actor by, Map<String, String> before, Map<String, String> after) {
        Subject subject = new Subject(Subject.Kind.INSTITUTION, filed.institution().numberPrefix());
        trail.append(new Deed(by, act, subject, before, after));
    }
}
