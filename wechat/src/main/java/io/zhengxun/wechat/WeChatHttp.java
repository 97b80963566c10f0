package io.zhengxun.wechat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManager;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.http.io.entity.EntityUtils;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * One HTTP client for all calls of WeChat's API. It never repeats or redirects a request by itself, and checks certificates,
 * other than WxJava's own client.
 */
final class WeChatHttp implements AutoCloseable {

    private static final int LARGEST_ANSWER = 1 << 20;
    private static final int CHUNK = 4096;
    private static final TimeValue IDLE = TimeValue.ofSeconds(30);
    private static final TimeValue CHECKED_AFTER = TimeValue.ofSeconds(1);
    private static final JsonMapper JSON = new JsonMapper();

    private final CloseableHttpClient client;
    private final Duration readTimeout;

    WeChatHttp(WeChatHttpSettings settings) {
        this.readTimeout = settings.readTimeout();
        Timeout connecting = Timeout.of(settings.connectTimeout());
        PoolingHttpClientConnectionManager connections = PoolingHttpClientConnectionManagerBuilder.create()
                .setMaxConnPerRoute(settings.connections())
                .setMaxConnTotal(settings.connections())
                .setDefaultConnectionConfig(ConnectionConfig.custom()
                        .setConnectTimeout(connecting)
                        .setSocketTimeout(Timeout.of(readTimeout))
                        // A connection that the other side has closed in the meantime must not cost a send.
                        .setValidateAfterInactivity(CHECKED_AFTER)
                        .build())
                .build();
        this.client = HttpClients.custom()
                .setConnectionManager(connections)
                .setDefaultRequestConfig(RequestConfig.custom()
                        .setConnectionRequestTimeout(connecting)
                        .setResponseTimeout(Timeout.of(readTimeout))
                        .build())
                .evictIdleConnections(IDLE)
                .disableAutomaticRetries()
                .disableRedirectHandling()
                .disableContentCompression()
                .disableCookieManagement()
                .disableAuthCaching()
                .build();
    }

    /** For WxJava. */
    CloseableHttpClient client() {
        return client;
    }

    /** @throws WeChatFailure when no JSON object comes back; an errcode in it is the caller's matter */
    JsonNode post(URI address, byte[] json) {
        HttpPost request = new HttpPost(address);
        request.setEntity(new ByteArrayEntity(json, ContentType.APPLICATION_JSON));
        return exchange(request);
    }

    /** @throws WeChatFailure when no JSON object comes back; an errcode in it is the caller's matter */
    JsonNode get(URI address) {
        return exchange(new HttpGet(address));
    }

    /**
     * What an address has, whatever it is; the time an answer may take is the same as for all calls.
     *
     * @param largest in bytes; more than that is not read
     * @throws WeChatFailure when nothing comes back in time, or too much
     */
    byte[] download(URI address, int largest) {
        return fetched(new HttpGet(address), largest)
                .orElseThrow(() -> new WeChatFailure(new ApiError(ErrorClass.CONTENT, "too large", "")));
    }

    private JsonNode exchange(HttpUriRequestBase request) {
        return fetched(request, LARGEST_ANSWER)
                .map(WeChatHttp::parsed)
                .orElseThrow(() -> new WeChatFailure(ApiError.unknown("too large")));
    }

    /** Empty if it is larger. */
    private Optional<byte[]> fetched(HttpUriRequestBase request, int largest) {
        long end = System.nanoTime() + readTimeout.toNanos();
        Answer answer;
        try {
            answer = client.execute(request, response -> read(request, response, largest, end));
        } catch (IOException e) {
            // Not as its cause: messages of the client contain addresses.
            throw new WeChatFailure(ApiError.of(e));
        }
        if (answer.status() >= 300) {
            throw new WeChatFailure(ApiError.ofStatus(answer.status()));
        }
        return Optional.ofNullable(answer.body());
    }

    /** @param body null if it is larger than wanted */
    private record Answer(int status, byte[] body) {}

    /** The client's time-out starts anew with every byte; an answer that drips ends here. */
    private static Answer read(HttpUriRequestBase request, ClassicHttpResponse response, int largest, long end)
            throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        if (response.getEntity() != null && response.getCode() < 300) {
            InputStream content = response.getEntity().getContent();
            byte[] chunk = new byte[CHUNK];
            for (int count = content.read(chunk); count >= 0; count = content.read(chunk)) {
                body.write(chunk, 0, count);
                if (body.size() > largest || System.nanoTime() - end > 0) {
                    // Else the client would read the rest before it lets go of the connection.
                    request.cancel();
                    if (body.size() > largest) {
                        return new Answer(response.getCode(), null);
                    }
                    throw new SocketTimeoutException();
                }
            }
        }
        EntityUtils.consume(response.getEntity());
        return new Answer(response.getCode(), body.toByteArray());
    }

    private static JsonNode parsed(byte[] body) {
        return object(body).orElseThrow(() -> new WeChatFailure(ApiError.unknown("not JSON")));
    }

    /** The JSON object that a body is; empty for anything else. */
    static Optional<JsonNode> object(byte[] body) {
        try {
            return Optional.of(JSON.readTree(body)).filter(JsonNode::isObject);
        } catch (JacksonException e) {
            // Its message would show the body.
            return Optional.empty();
        }
    }

    @Override
    public void close() throws IOException {
        client.close();
    }
}
