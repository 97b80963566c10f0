package io.zhengxun.standalone.demo;

import io.zhengxun.registry.certificate.Level;
import io.zhengxun.registry.institution.NewInstitution;
import io.zhengxun.registry.institution.Region;
import io.zhengxun.registry.institution.Tier;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The n-th institution of the demo: fifty municipal ones spread over the 21 cities, ten provincial ones. */
record DemoInstitution(int index) {

    static final int COUNT = 60;

    /** An occupation with one of its jobs. */
    record Trade(String occupation, String job) {}

    static final List<Trade> TRADES = List.of(
            new Trade("电工", "电工"),
            new Trade("焊工", "手工焊工"),
            new Trade("养老护理员", "养老护理员"),
            new Trade("中式烹调师", "中式烹调师"),
            new Trade("汽车维修工", "汽车机械维修工"),
            new Trade("育婴员", "育婴员"),
            new Trade("保育师", "保育师"),
            new Trade("茶艺师", "茶艺师"),
            new Trade("家政服务员", "整理收纳师"),
            new Trade("美容师", "美容师"));

    private static final int PROVINCIAL_FROM = 50;

    Tier tier() {
        return index < PROVINCIAL_FROM ? Tier.MUNICIPAL : Tier.PROVINCIAL;
    }

    Region region(List<Region> cities, Region province) {
        return tier() == Tier.PROVINCIAL ? province : cities.get(index % cities.size());
    }

    /** For the first institution {@code S000044010001}. */
    String numberPrefix() {
        int place = tier() == Tier.PROVINCIAL ? 0 : index % 21 + 1;
        int site = tier() == Tier.PROVINCIAL ? index - PROVINCIAL_FROM + 1 : index / 21 + 1;
        return "S000044%02d%04d".formatted(place, site);
    }

    NewInstitution filing(List<Region> cities, Region province) {
        Region region = region(cities, province);
        Map<String, Set<Level>> scope = new LinkedHashMap<>();
        TRADES.forEach(trade -> scope.put(trade.occupation(), EnumSet.allOf(Level.class)));
        return new NewInstitution(
                numberPrefix(),
                "%s示例职业技能评价中心（%02d号）".formatted(region.name(), index + 1),
                tier(),
                region.code(),
                "000-0000%04d".formatted(index + 1),
                scope);
    }
}
