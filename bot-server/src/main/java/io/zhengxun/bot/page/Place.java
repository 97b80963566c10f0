package io.zhengxun.bot.page;

/**
 * A page that asks who looks.
 *
 * @param path below the public address
 */
record Place(String path) {

    static final Place OWN_DATA = new Place("/m/own");

    static Place ofNotice(long id) {
        return new Place("/m/notices/" + id);
    }
}
