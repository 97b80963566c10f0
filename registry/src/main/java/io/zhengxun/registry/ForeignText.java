package io.zhengxun.registry;

import java.lang.reflect.InvocationTargetException;
import java.sql.SQLException;
import java.util.List;
import org.apache.ibatis.executor.Executor;
import org.apache.ibatis.mapping.MappedStatement;
import org.apache.ibatis.mapping.SqlCommandType;
import org.apache.ibatis.plugin.Interceptor;
import org.apache.ibatis.plugin.Intercepts;
import org.apache.ibatis.plugin.Invocation;
import org.apache.ibatis.plugin.Signature;
import org.apache.ibatis.session.ResultHandler;
import org.apache.ibatis.session.RowBounds;

/**
 * No number and no code is written in another alphabet than ASCII, and their columns hold nothing else: a statement that
 * looks for one that is finds nothing. MariaDB instead refuses to compare.
 */
@Intercepts({
    @Signature(
            type = Executor.class,
            method = "query",
            args = {MappedStatement.class, Object.class, RowBounds.class, ResultHandler.class}),
    @Signature(
            type = Executor.class,
            method = "update",
            args = {MappedStatement.class, Object.class})
})
final class ForeignText implements Interceptor {

    /** ER_CANT_AGGREGATE_2COLLATIONS, and for lists of values 3COLLATIONS and NCOLLATIONS. */
    private static final List<Integer> INCOMPARABLE = List.of(1267, 1270, 1271);

    @Override
    public Object intercept(Invocation invocation) throws Throwable {
        try {
            return invocation.proceed();
        } catch (InvocationTargetException e) {
            SqlCommandType kind = ((MappedStatement) invocation.getArgs()[0]).getSqlCommandType();
            if (kind == SqlCommandType.INSERT || !incomparable(e.getCause())) {
                throw e;
            }
            return kind == SqlCommandType.SELECT ? List.of() : (Object) 0;
        }
    }

    private static boolean incomparable(Throwable thrown) {
        return thrown instanceof SQLException sql
                && INCOMPARABLE.contains(sql.getErrorCode())
                // Two columns that cannot be compared are a mistake of ours, which no parameter makes or mends.
                && !sql.getMessage().matches("(?s).*IMPLICIT\\).*IMPLICIT\\).*");
    }
}
