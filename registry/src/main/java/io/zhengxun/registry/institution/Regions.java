package io.zhengxun.registry.institution;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Guangdong and its 21 cities. They change with the administrative division, by a migration: read once. */
@Component
public class Regions {

    private final RegionMapper mapper;
    private volatile Map<String, Region> byCode = Map.of();

    Regions(RegionMapper mapper) {
        this.mapper = mapper;
    }

    public Optional<Region> find(String code) {
        return Optional.ofNullable(all().get(code));
    }

    public List<Region> cities() {
        return all().values().stream()
                .filter(region -> region.kind() == Region.Kind.CITY)
                .sorted((a, b) -> a.code().compareTo(b.code()))
                .toList();
    }

    public Region province() {
        return find(Region.PROVINCE_CODE).orElseThrow();
    }

    private Map<String, Region> all() {
        if (byCode.isEmpty()) {
            byCode = mapper.all().stream().collect(Collectors.toMap(Region::code, Function.identity()));
        }
        return byCode;
    }
}
