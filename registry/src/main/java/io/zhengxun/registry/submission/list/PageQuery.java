package io.zhengxun.registry.submission.list;

import io.zhengxun.registry.deadline.LegalTime;
import io.zhengxun.registry.submission.list.BatchFilter.Days;
import java.util.List;

/**
 * One page. Its statement reads, for each branch, the beginning of one stretch of an index, which already has the
 * order; several branches are merged, each no longer than a page. Each index is named: a plan that reads and sorts
 * everything is right as well, and quick only while the table is small.
 */
record PageQuery(Order order, List<Pick> branches, BatchFilter filter, Key after, int limit) {

    /** The last row seen: the value of the order's column, and the id among equal ones. */
    record Key(Object value, long id) {}

    /** Where a stretch begins: at its beginning, or behind the last row seen. */
    private enum From {
        START,
        /** Rows with the same value, then smaller ones, in one stretch: where equal values are rare. */
        KEY,
        /** The two apart: a day has many. */
        SAME_DAY,
        EARLIER_DAYS
    }

    Statement statement() {
        Statement statement = new Statement();
        if (stretches() == 1) {
            append(statement, branches.get(0), froms().get(0), "id");
            return statement;
        }
        String between = "SELECT id FROM ((";
        for (Pick branch : branches) {
            for (From from : froms()) {
                statement.add(between);
                append(statement, branch, from, "id, " + order.column() + " AS place");
                between = ") UNION ALL (";
            }
        }
        return statement.add(")) page ORDER BY place DESC, id DESC LIMIT ?", limit);
    }

    /** Of indexes, of each of which at most a page is read. */
    int stretches() {
        return branches.size() * froms().size();
    }

    private List<From> froms() {
        if (after == null) {
            return List.of(From.START);
        }
        return order == Order.ISSUED ? List.of(From.SAME_DAY, From.EARLIER_DAYS) : List.of(From.KEY);
    }

    private void append(Statement statement, Pick branch, From from, String columns) {
        statement
                .add("SELECT " + columns + " FROM submission FORCE INDEX (" + order.index(branch) + ") WHERE TRUE")
                .addIn("institution_id", branch.institutions())
                .addIn("region_code", branch.region() == null ? null : List.of(branch.region()))
                .addIn("stage", branch.stages())
                .addIn("list_group", branch.groups());
        appendRanges(statement);
        appendKey(statement, from);
        statement.add(" ORDER BY " + order.column() + " DESC, id DESC LIMIT ?", limit);
    }

    private void appendRanges(Statement statement) {
        if (filter.numberPrefix() != null) {
            // The sign behind all that numbers are made of ends the range.
            statement.add(" AND number >= ? AND number < ?", filter.numberPrefix(), filter.numberPrefix() + "~");
        }
        if (filter.issuanceId() != null) {
            statement.add(" AND issuance_id = ?", filter.issuanceId());
        }
        Days issued = filter.issued();
        if (issued != null && issued.from() != null) {
            statement.add(" AND issued_on >= ?", issued.from());
        }
        if (issued != null && issued.to() != null) {
            statement.add(" AND issued_on <= ?", issued.to());
        }
        Days created = filter.created();
        if (created != null && created.from() != null) {
            statement.add(" AND created_at >= ?", created.from().atStartOfDay(LegalTime.ZONE).toInstant());
        }
        if (created != null && created.to() != null) {
            statement.add(" AND created_at < ?", LegalTime.endOf(created.to()));
        }
    }

    private void appendKey(Statement statement, From from) {
        String column = order.column();
        switch (from) {
            case START -> { }
            case KEY -> statement
                    .add(" AND " + column + " <= ?", after.value())
                    .add(" AND (" + column + " < ? OR id < ?)", after.value(), after.id());
            case SAME_DAY -> statement.add(" AND " + column + " = ? AND id < ?", after.value(), after.id());
            case EARLIER_DAYS -> statement.add(" AND " + column + " < ?", after.value());
        }
    }
}
