// Lets WeChat draw its button; elsewhere there is none, and the page does without.
'use strict';

const tag = document.getElementById('consent');

if (tag && window.wx) {
  window.wx.config({
    appId: tag.dataset.appId,
    timestamp: Number(tag.dataset.timestamp),
    nonceStr: tag.dataset.nonce,
    signature: tag.dataset.signature,
    jsApiList: [],
    openTagList: ['wx-open-subscribe'],
  });
  // WeChat tells the server by an event of its own, a moment later.
  tag.addEventListener('success', () => setTimeout(() => location.reload(), 1500));
}
