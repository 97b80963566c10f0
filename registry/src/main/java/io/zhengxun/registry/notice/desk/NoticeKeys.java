package io.zhengxun.registry.notice.desk;

import java.util.Optional;
import org.springframework.stereotype.Component;

/** Finds notices by what makes them the same. */
@Component
public class NoticeKeys {

    /** Behind all signs that keys are made of. */
    private static final String END = "~";

    private final NoticeKeyMapper mapper;

    NoticeKeys(NoticeKeyMapper mapper) {
        this.mapper = mapper;
    }

    /** How many have a key that begins so. */
    public int count(String prefix) {
        return mapper.count(prefix, prefix + END);
    }

    /** The notice's id. */
    public Optional<Long> find(String key) {
        return Optional.ofNullable(mapper.id(key));
    }
}
