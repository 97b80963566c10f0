package io.zhengxun.wechat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.time.Duration;
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
     * Whatever comes back, a file or JSON that says why there is none.
     *
     * @throws WeChatFailure if nothing does; of class CONTENT if it is larger than that
     */
    byte[] bytes(URI address, int largest) {
        return answered(new HttpGet(address), largest);
    }

    private JsonNode exchange(HttpUriRequestBase request) {
        return parsed(answered(request, LARGEST_ANSWER));
    }

    private byte[] answered(HttpUriRequestBase request, int largest) {
        long end = System.nanoTime() + readTimeout.toNanos();
        Answer answer;
        try {
            answer = client.execute(request, response -> read(request, response, new Most(largest, end)));
        } catch (TooLarge e) {
            throw new WeChatFailure(new ApiError(ErrorClass.CONTENT, "too large", ""));
        } catch (IOException e) {
            // Not as its cause: messages of the client contain addresses.
            throw new WeChatFailure(ApiError.of(e));
        }
        if (answer.status() >= 300) {
            throw new WeChatFailure(ApiError.ofStatus(answer.status()));
        }
        return answer.body();
    }

    private record Answer(int status, byte[] body) {}

    /** How large, in bytes, and how late an answer may be. */
    private record Most(int bytes, long end) {}

    private static final class TooLarge extends IOException {

        private static final long serialVersionUID = 1L;
    }

    /** The client's time-out starts anew with every byte; an answer that drips ends here. */
    private static Answer read(HttpUriRequestBase request, ClassicHttpResponse response, Most most)
            throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        if (response.getEntity() != null && response.getCode() < 300) {
            InputStream content = response.getEntity().getContent();
            byte[] chunk = new byte[CHUNK];
            for (int count = content.read(chunk); count >= 0; count = content.read(chunk)) {
                body.write(chunk, 0, count);
                boolean late = System.nanoTime() - most.end() > 0;
                if (late || body.size() > most.bytes()) {
                    // Else the client would read the rest before it lets go of the connection.
                    request.cancel();
                    throw late ? new SocketTimeoutException() : new TooLarge();
                }
            }
        }
        EntityUtils.consume(response.getEntity());
        return new Answer(response.getCode(), body.toByteArray());
    }

    static JsonNode parsed(byte[] body) {
        try {
            JsonNode answer = JSON.readTree(body);
            if (answer.isObject()) {
                return answer;
            }
        } catch (JacksonException e) {
            // Its message would show the body.
        }
        throw new WeChatFailure(ApiError.unknown("not JSON"));
    }

    @Override
    public void close() throws IOException {
        client.close();
    }
}
