/** WeChat's API as all applications use it: the account, its shared access token, calls and their errors. */
package io.zhengxun.wechat;
