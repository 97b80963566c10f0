package io.zhengxun.standalone.simulator.message;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The templates that the accounts have, from a file. */
@Component
public class TemplateLibrary {

    private static final String FILE = "simulator/templates.json";

    private final Map<String, Template> templates = new LinkedHashMap<>();

    TemplateLibrary(JsonMapper json) {
        try (InputStream file = new ClassPathResource(FILE).getInputStream()) {
            Arrays.stream(json.readValue(file, Template[].class))
                    .forEach(template -> templates.put(template.id(), template));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Optional<Template> find(Route route, String id) {
        return Optional.ofNullable(templates.get(id)).filter(template -> template.route() == route);
    }

    List<Template> of(Route route) {
        return templates.values().stream().filter(template -> template.route() == route).toList();
    }
}
