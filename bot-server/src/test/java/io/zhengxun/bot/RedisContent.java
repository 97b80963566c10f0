package io.zhengxun.bot;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.data.redis.connection.DataType;
import org.springframework.data.redis.connection.RedisConnection;
import org.springframework.data.redis.core.RedisCallback;
import org.springframework.data.redis.core.RedisTemplate;

/** All that stands in Redis, as somebody sees it who gets hold of it without a key to open it. */
public final class RedisContent {

    private RedisContent() {}

    /** Keys and values; bytes that are no text show as other characters, text stays as it is. */
    public static String all(RedisTemplate<String, byte[]> redis) {
        return redis.execute((RedisCallback<String>) connection -> {
            byte[][] keys = connection.keyCommands().keys("*".getBytes(StandardCharsets.US_ASCII)).toArray(byte[][]::new);
            List<byte[]> strings = keys.length == 0 ? List.of() : connection.stringCommands().mGet(keys);
            StringBuilder all = new StringBuilder();
            for (int i = 0; i < keys.length; i++) {
                byte[] value = strings.get(i);
                all.append(text(keys[i])).append('=').append(value == null ? other(connection, keys[i]) : text(value)).append('\n');
            }
            return all.toString();
        });
    }

    private static String other(RedisConnection connection, byte[] key) {
        Collection<byte[]> values = switch (connection.keyCommands().type(key)) {
            case HASH -> connection.hashCommands().hGetAll(key).entrySet().stream()
                    .flatMap(entry -> Stream.of(entry.getKey(), entry.getValue())).toList();
            case LIST -> connection.listCommands().lRange(key, 0, -1);
            case SET -> connection.setCommands().sMembers(key);
            case ZSET -> connection.zSetCommands().zRange(key, 0, -1);
            // Gone since it was listed.
            case NONE -> List.of();
            default -> throw new AssertionError("a type of value that this does not read");
        };
        return values.stream().map(RedisContent::text).collect(Collectors.joining(" "));
    }

    /** The values of all strings whose key holds this. */
    public static List<byte[]> values(RedisTemplate<String, byte[]> redis, String partOfKey) {
        List<byte[]> values = new ArrayList<>();
        for (String key : redis.keys("*" + partOfKey + "*")) {
            byte[] value = redis.type(key) == DataType.STRING ? redis.opsForValue().get(key) : null;
            if (value != null) {
                values.add(value);
            }
        }
        return values;
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
