package io.zhengxun.registry.submission.returns;

import io.zhengxun.registry.certificate.CertificateNumber;
import io.zhengxun.registry.certificate.Flaw;
import io.zhengxun.registry.submission.NumberRule;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** A correction has exactly the numbers of its return: they are the keys and cannot change (R2, C5). */
final class ReturnedNumbers implements NumberRule {

    private final Set<String> awaited;
    private final Set<String> returned;
    private final Flaw foreign;

    ReturnedNumbers(Set<String> returned) {
        this.returned = returned;
        this.awaited = new TreeSet<>(returned);
        this.foreign = new Flaw("R2", "number.not-returned", List.of(String.valueOf(returned.size())));
    }

    @Override
    public Map<String, Flaw> flaws(Collection<CertificateNumber> numbers) {
        Map<String, Flaw> flaws = new HashMap<>();
        for (CertificateNumber number : numbers) {
            if (!returned.contains(number.value())) {
                flaws.put(number.value(), foreign);
            }
            awaited.remove(number.value());
        }
        return flaws;
    }

    @Override
    public Map<String, Flaw> missing() {
        Map<String, Flaw> missing = new TreeMap<>();
        awaited.forEach(number -> missing.put(number, new Flaw("R2", "number.not-corrected", List.of(number))));
        return missing;
    }
}
