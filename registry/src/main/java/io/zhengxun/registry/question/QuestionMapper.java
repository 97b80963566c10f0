package io.zhengxun.registry.question;

import java.time.Instant;
import java.util.List;
import org.apache.ibatis.annotations.Delete;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Options;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;

@Mapper
interface QuestionMapper {

    record Begun(long id, String leader) {}

    record Old(long id, long groupId) {}

    /** Takes the key that the database gives. */
    class NewGroup {
        Long id;
    }

    String GROUP = """
            SELECT id, leader, state, intent_code, questions, first_at, last_at, handled_by, handled_at
            FROM question_group""";
    String IDS = "<foreach collection='ids' item='id' open='(' separator=',' close=')'>#{id}</foreach>";

    @Select("SELECT id, leader FROM question_group FORCE INDEX (ix_question_group_last) ORDER BY last_at DESC, id DESC LIMIT #{most}")
    List<Begun> latestGroups(int most);

    @Insert("""
            INSERT INTO question_group (leader, state, questions, first_at, last_at)
            VALUES (#{q.text}, 'OPEN', 1, #{q.askedAt}, #{q.askedAt})""")
    @Options(useGeneratedKeys = true, keyProperty = "group.id", keyColumn = "id")
    void begin(@Param("group") NewGroup group, @Param("q") UnansweredQuestion question);

    /** 0 if it is gone meanwhile. */
    @Update("""
            UPDATE question_group SET questions = questions + 1, last_at = GREATEST(last_at, #{at}) WHERE id = #{id}""")
    int join(@Param("id") long id, @Param("at") Instant at);

    @Insert("""
            INSERT INTO unanswered_question (group_id, text, guessed_code, score, asked_at)
            VALUES (#{group}, #{q.text}, #{q.guessedCode}, #{q.score}, #{q.askedAt})""")
    void insert(@Param("group") long group, @Param("q") UnansweredQuestion question);

    @Select("""
            SELECT id, group_id FROM unanswered_question FORCE INDEX (ix_unanswered_question_asked)
            WHERE asked_at < #{before} ORDER BY asked_at, id LIMIT #{most}""")
    List<Old> olderThan(@Param("before") Instant before, @Param("most") int most);

    @Select("<script>SELECT id FROM question_group WHERE id IN " + IDS + " ORDER BY id FOR UPDATE</script>")
    List<Long> hold(@Param("ids") List<Long> ids);

    @Delete("<script>DELETE FROM unanswered_question WHERE id IN " + IDS + "</script>")
    void delete(@Param("ids") List<Long> ids);

    @Update("""
            <script>
            UPDATE question_group SET questions =
                (SELECT COUNT(*) FROM unanswered_question q WHERE q.group_id = question_group.id)
            WHERE id IN\
            """ + IDS + "</script>")
    void recount(@Param("ids") List<Long> ids);

    @Delete("<script>DELETE FROM question_group WHERE questions = 0 AND id IN " + IDS + "</script>")
    void deleteEmpty(@Param("ids") List<Long> ids);

    @Select("""
            <script>""" + GROUP + """
             FORCE INDEX (ix_question_group_list) WHERE state = #{state}
            <if test="after != null">
                AND (questions &lt; #{after.questions} OR questions = #{after.questions} AND id &lt; #{after.id})
            </if>
            ORDER BY questions DESC, id DESC LIMIT #{limit}</script>""")
    List<QuestionGroup> page(
            @Param("state") QuestionGroup.State state, @Param("after") QuestionGroups.Key after, @Param("limit") int limit);

    @Select("""
            <script>""" + GROUP + """
             FORCE INDEX (ix_question_group_recent) WHERE state = #{state}
            <if test="after != null">
                AND (last_at &lt; #{after.lastAt} OR last_at = #{after.lastAt} AND id &lt; #{after.id})
            </if>
            ORDER BY last_at DESC, id DESC LIMIT #{limit}</script>""")
    List<QuestionGroup> recent(
            @Param("state") QuestionGroup.State state, @Param("after") QuestionGroups.RecentKey after,
            @Param("limit") int limit);

    @Select(GROUP + " WHERE id = #{id}")
    QuestionGroup one(long id);

    @Select(GROUP + " WHERE id = #{id} FOR UPDATE")
    QuestionGroup held(long id);

    @Select("""
            SELECT text, MAX(guessed_code) AS guessed_code, MAX(score) AS score, MAX(asked_at) AS asked_at
            FROM (SELECT text, guessed_code, score, asked_at FROM unanswered_question
                WHERE group_id = #{id} ORDER BY id DESC LIMIT 200) latest
            GROUP BY text ORDER BY asked_at DESC LIMIT #{limit}""")
    List<UnansweredQuestion> examples(@Param("id") long id, @Param("limit") int limit);

    @Update("""
            UPDATE question_group SET state = #{state}, intent_code = #{intentCode}, handled_by = #{by}, handled_at = #{at}
            WHERE id = #{id}""")
    void handle(
            @Param("id") long id, @Param("state") QuestionGroup.State state, @Param("intentCode") String intentCode,
            @Param("by") String by, @Param("at") Instant at);
}
