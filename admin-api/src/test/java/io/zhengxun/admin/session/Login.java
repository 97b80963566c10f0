package io.zhengxun.admin.session;

import io.zhengxun.admin.AdminApi;
import io.zhengxun.admin.AdminApi.Answer;
import java.net.http.HttpRequest;
import java.util.LinkedHashMap;
import java.util.Map;

/** What tests of the log-in itself do by hand, each with tokens of its own. */
record Login(AdminApi stranger) {

    static Login at(int port) {
        return new Login(new AdminApi(port, ""));
    }

    Answer tried(String username, String password) {
        return tried(username, password, null);
    }

    Answer tried(String username, String password, String totp) {
        Map<String, String> form = new LinkedHashMap<>();
        form.put("username", username);
        form.put("password", password);
        form.put("totp", totp);
        return stranger.post("/api/sessions", form);
    }

    String token(String username, String password) {
        Answer answer = tried(username, password);
        if (answer.status() != 201) {
            throw new AssertionError("The log-in is answered with " + answer.status());
        }
        return answer.json().path("token").asString();
    }

    HttpRequest.Builder with(String token, String path) {
        return stranger.request(path).header("Authorization", "Bearer " + token);
    }

    Answer get(String token, String path) {
        return stranger.send(with(token, path).GET());
    }

    int status(String token) {
        return get(token, "/api/me").status();
    }

    Answer send(String token, String method, String path, String json) {
        return stranger.send(with(token, path)
                .header("Content-Type", "application/json")
                .method(method, HttpRequest.BodyPublishers.ofString(json)));
    }
}
