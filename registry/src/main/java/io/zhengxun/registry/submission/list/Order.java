package io.zhengxun.registry.submission.list;

import java.util.List;
import java.util.stream.Stream;

/** In which order a list is read, and through which indexes: each already holds that order. */
enum Order {
    /** At most a day's batches are looked through. */
    NUMBER("number"),
    /** At most the batches of one issuance are looked through. */
    ISSUANCE("created_at"),
    ISSUED("issued_on"),
    CREATED("created_at");

    private final String column;

    Order(String column) {
        this.column = column;
    }

    static Order of(BatchFilter filter) {
        if (filter.numberPrefix() != null) {
            return NUMBER;
        }
        if (filter.issuanceId() != null) {
            return ISSUANCE;
        }
        return filter.issued() == null ? CREATED : ISSUED;
    }

    String column() {
        return column;
    }

    /** The stretches of indexes that together hold what is picked; a page is merged from their beginnings. */
    List<Pick> branches(Pick pick) {
        return switch (this) {
            case NUMBER, ISSUANCE -> List.of(pick);
            case ISSUED -> grouped(pick).toList();
            case CREATED -> isPlain(pick) ? pick.byInstitution() : grouped(pick).toList();
        };
    }

    String index(Pick pick) {
        String of = pick.institutions() != null ? "_institution" : pick.region() != null ? "_region" : "";
        return switch (this) {
            case NUMBER -> "uq_submission_number";
            case ISSUANCE -> "ix_submission_list_issuance";
            case ISSUED -> "ix_submission_list" + of + "_issued";
            case CREATED -> "ix_submission_list" + of + (isPlain(pick) ? "" : "_group");
        };
    }

    private static boolean isPlain(Pick pick) {
        return pick.stages() == null && pick.groups() == null;
    }

    private static Stream<Pick> grouped(Pick pick) {
        return pick.byInstitution().stream().flatMap(one -> one.byStageAndGroup().stream());
    }
}
