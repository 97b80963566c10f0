package io.zhengxun.admin.notice;

import io.zhengxun.admin.notice.StatisticsController.Count;
import io.zhengxun.admin.notice.StatisticsController.Failure;
import io.zhengxun.admin.notice.StatisticsController.OfChannel;
import io.zhengxun.admin.notice.StatisticsController.OfKind;
import io.zhengxun.admin.notice.StatisticsController.Refused;
import io.zhengxun.admin.notice.StatisticsController.View;
import io.zhengxun.admin.notice.StatisticsController.Waiting;
import io.zhengxun.registry.notice.NoticeState;
import io.zhengxun.registry.notice.desk.NoticeFilter;
import io.zhengxun.registry.notice.desk.NoticeStatistics.Figures;
import io.zhengxun.registry.notice.desk.NoticeStatistics.Tally;
import io.zhengxun.registry.notice.desk.NoticeStatistics.Tries;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Figures as the API shows them. */
@Component
class StatisticsViews {

    private static final String ACCEPTED = "ACCEPTED";

    private final NoticeWords words;

    StatisticsViews(NoticeWords words) {
        this.words = words;
    }

    View view(LocalDate from, LocalDate to, Figures figures) {
        return new View(
                from,
                to,
                figures.tallies().stream()
                        .collect(Collectors.groupingBy(Tally::kind, TreeMap::new, Collectors.toList()))
                        .values()
                        .stream()
                        .map(this::ofKind)
                        .toList(),
                figures.tries().stream()
                        .collect(Collectors.groupingBy(
                                one -> one.kind().ordinal() * 100 + one.channel().ordinal(), TreeMap::new,
                                Collectors.toList()))
                        .values()
                        .stream()
                        .map(this::ofChannel)
                        .toList(),
                figures.waiting().stream()
                        .map(one -> new Waiting(
                                one.channel().name(), words.channel(one.channel()), one.notices(),
                                NoticeView.moment(one.oldest()), one.due(), NoticeView.moment(one.dueSince())))
                        .toList());
    }

    private OfKind ofKind(List<Tally> tallies) {
        return new OfKind(
                tallies.get(0).kind().name(),
                words.kind(tallies.get(0).kind()),
                sum(tallies, Tally::notices),
                sum(tallies, Tally::accepted),
                sum(tallies, Tally::delivered),
                tallies.stream()
                        .collect(Collectors.groupingBy(
                                Tally::state, TreeMap::new, Collectors.summingLong(Tally::notices)))
                        .entrySet()
                        .stream()
                        .map(entry -> count(entry.getKey(), entry.getValue()))
                        .toList(),
                tallies.stream()
                        .filter(one -> NoticeFilter.WORK.contains(one.state()))
                        .sorted(Comparator.comparing(Tally::notices).reversed().thenComparing(Tally::cause))
                        .map(one -> new Failure(
                                one.state().name(), one.cause(), words.cause(one.cause()), one.notices()))
                        .toList());
    }

    private Count count(NoticeState state, long notices) {
        return new Count(state.name(), words.state(state), notices);
    }

    private OfChannel ofChannel(List<Tries> tries) {
        long timed = sum(tries, Tries::timed);
        return new OfChannel(
                tries.get(0).kind().name(),
                tries.get(0).channel().name(),
                words.channel(tries.get(0).channel()),
                sum(tries, Tries::tries),
                sum(tries.stream().filter(one -> one.outcome().equals(ACCEPTED)).toList(), Tries::tries),
                sum(tries, Tries::delivered),
                sum(tries, Tries::notDelivered),
                timed == 0 ? null : (double) sum(tries, Tries::quick) / timed,
                tries.stream()
                        .filter(one -> !one.outcome().equals(ACCEPTED))
                        .sorted(Comparator.comparing(Tries::tries).reversed().thenComparing(Tries::code))
                        .map(one -> new Refused(one.outcome(), one.code(), words.cause(one.code()), one.tries()))
                        .toList());
    }

    private static <T> long sum(List<T> rows, ToLongFunction<T> value) {
        return rows.stream().mapToLong(value).sum();
    }
}
