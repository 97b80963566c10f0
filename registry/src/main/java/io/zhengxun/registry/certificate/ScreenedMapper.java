package io.zhengxun.registry.certificate;

import java.util.List;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Select;

@Mapper
interface ScreenedMapper {

    /** In the order of the record's components. */
    String COLUMNS = """
            c.id, c.submission_id, c.number, HEX(c.id_index) AS id_mark, HEX(c.name_index) AS name_mark, c.occupation,
            c.level, c.issue_date""";

    @Select("SELECT " + COLUMNS + " FROM certificate c WHERE c.submission_id = #{submissionId} ORDER BY c.number")
    List<Screened> ofBatch(long submissionId);

    // The index tells by itself which ID numbers of the batch have several certificates: rows are read of those only. In
    // any other order of the tables the server would read all certificates.
    @Select("SELECT STRAIGHT_JOIN " + COLUMNS + """
             FROM (
                SELECT STRAIGHT_JOIN own.id_index
                FROM (
                    SELECT DISTINCT id_index FROM certificate FORCE INDEX (ix_certificate_row)
                    WHERE submission_id = #{submissionId}
                ) own
                JOIN certificate every FORCE INDEX (ix_certificate_id_name) ON every.id_index = own.id_index
                GROUP BY own.id_index HAVING COUNT(*) > 1
            ) several
            JOIN certificate c FORCE INDEX (ix_certificate_id_name) ON c.id_index = several.id_index
            WHERE c.standing != 'DELETED'""")
    List<Screened> ofHoldersOfSeveral(long submissionId);
}
