'use strict';

// The faults: of pushes, of single endpoints of the API, of reports, and the limits.

const PATHS = [
  ['/cgi-bin/message/template/send', '模板消息'],
  ['/cgi-bin/message/subscribe/bizsend', '公众号订阅通知'],
  ['/cgi-bin/message/subscribe/send', '小程序订阅消息'],
  ['/cgi-bin/message/custom/send', '客服消息'],
  ['/cgi-bin/message', '所有发送接口'],
  ['/cgi-bin/stable_token', '获取凭证'],
  ['/cgi-bin/qrcode', '生成二维码'],
  ['/cgi-bin/user', '用户信息'],
  ['/sns', '网页授权'],
  ['/cgi-bin/ticket', '网页签名凭证'],
  ['', '所有接口'],
];

const FAULT_KINDS = [
  ['ERRCODE', '返回错误码'], ['HTTP', '返回 HTTP 状态'], ['HTML', '返回网页'], ['HANG', '迟迟不答'], ['CLOSE', '断开连接'],
];

const faults = byId('faults');
let endpoints = [];

function chooser(options, value) {
  const made = element('select');
  const known = options.some(([each]) => each === value) ? options : [...options, [value, value]];
  made.append(...known.map(([each, label]) => new Option(label, each, false, each === value)));
  return made;
}

function numberField(value, least, most) {
  const made = element('input');
  made.type = 'number';
  made.min = least;
  made.max = most;
  made.value = value;
  return made;
}

function labelled(label, input, key) {
  const box = element('label', input.type === 'checkbox' ? 'check' : '');
  input.dataset.key = key;
  box.append(...(input.type === 'checkbox' ? [input, ` ${label}`] : [label, input]));
  return box;
}

/** One fault of an endpoint; which numbers it has depends on its kind. */
function endpointRow(fault, index) {
  const row = element('fieldset', 'endpoint');
  const legend = element('legend', 'hidden', `接口故障 ${index + 1}`);
  const effect = element('input');
  effect.type = 'checkbox';
  effect.checked = fault.effect;
  row.append(legend,
    labelled('接口', chooser(PATHS, fault.path), 'path'),
    labelled('现象', chooser(FAULT_KINDS, fault.kind), 'kind'));
  if (fault.kind === 'ERRCODE') row.append(labelled('错误码', numberField(fault.code, -1, 9999999), 'code'));
  if (fault.kind === 'HTTP' || fault.kind === 'HTML') row.append(labelled('HTTP 状态', numberField(fault.code, 200, 599), 'code'));
  if (fault.kind === 'HANG') row.append(labelled('毫秒', numberField(fault.millis, 0, 120000), 'millis'));
  row.append(labelled('几次（0 为一直）', numberField(fault.times, 0, 1000000), 'times'));
  if (fault.kind !== 'HANG') row.append(labelled('其实已经办成', effect, 'effect'));
  row.append(button('link', '去掉', async () => {
    endpoints.splice(index, 1);
    await saveFaults();
  }));
  row.addEventListener('change', () => { endpoints[index] = rowValues(row, fault); });
  return row;
}

function rowValues(row, before) {
  const values = { ...before };
  for (const input of row.querySelectorAll('[data-key]')) {
    values[input.dataset.key] = input.type === 'checkbox' ? input.checked
      : input.type === 'number' ? Number(input.value || 0) : input.value;
  }
  // A code of one kind means nothing to another.
  if (values.kind !== before.kind) values.code = { ERRCODE: -1, HTTP: 503, HTML: 502 }[values.kind] || 502;
  if (values.kind === 'HANG' && values.kind !== before.kind) values.millis = 10000;
  return values;
}

/** Names with a dot are fields of a part of the faults. */
function flattened(values) {
  const { endpoints: ignored, reports, limits, ...flat } = values;
  for (const [part, fields] of Object.entries({ reports, limits })) {
    for (const [key, value] of Object.entries(fields)) flat[`${part}.${key}`] = value;
  }
  return flat;
}

const AT_REST = new Set([0, false, 'SAME', 'SUCCESS']);

function showFaults(values) {
  let on = values.endpoints.length;
  for (const [key, value] of Object.entries(flattened(values))) {
    const input = faults.elements[key];
    if (!input) continue;
    if (input.type === 'checkbox') input.checked = value; else input.value = String(value);
    if (input.tagName === 'SELECT' && input.value !== String(value)) {
      input.append(new Option(String(value), String(value)));
      input.value = String(value);
    }
    const active = !AT_REST.has(value) && !(key === 'reports.copies' && value === 1);
    if (active) on += 1;
    input.closest('label').classList.toggle('changed', active);
  }
  endpoints = values.endpoints;
  byId('endpoints').replaceChildren(...endpoints.map(endpointRow));
  byId('faults-on').hidden = on === 0;
  byId('faults-on').textContent = String(on);
  byId('faults-on').setAttribute('aria-label', `${on} 项已开启`);
}

function faultValues() {
  const values = { endpoints, reports: {}, limits: {} };
  for (const input of faults.querySelectorAll('[name]')) {
    const value = input.type === 'checkbox' ? input.checked
      : input.dataset.text !== undefined ? input.value : Number(input.value || 0);
    const [part, key] = input.name.split('.');
    if (key) values[part][key] = value; else values[part] = value;
  }
  return values;
}

function state(message) {
  byId('faults-state').textContent = message;
}

async function saveFaults() {
  showFaults(await call('PUT', 'faults', faultValues()));
  state('已生效。');
}

faults.addEventListener('submit', (event) => event.preventDefault());
faults.addEventListener('change', act(async () => {
  if (faults.reportValidity()) await saveFaults();
}));
byId('add-endpoint').addEventListener('click', act(async () => {
  endpoints.push({ path: PATHS[0][0], kind: 'ERRCODE', code: -1, millis: 0, times: 1, effect: false });
  await saveFaults();
}));
byId('faults-off').addEventListener('click', act(async () => {
  showFaults(await call('PUT', 'faults', {}));
  state('已全部恢复正常。');
}));
byId('expire').addEventListener('click', act(async () => {
  await call('POST', 'faults/expire-tokens');
  state('已发出的 access_token 从现在起过期（42001）。');
}));
byId('forget').addEventListener('click', act(async () => {
  await call('POST', 'faults/forget-tokens');
  state('已发出的 access_token 从现在起无效（40001）。');
}));
byId('verify').addEventListener('click', act(async () => {
  const result = await call('POST', 'verification');
  state(result.good ? '回调地址校验通过。'
    : result.status ? `回调地址校验没有通过（HTTP ${result.status}）。` : '连不上机器人。');
}));

parts.start = act(async () => {
  showFaults(await call('GET', 'faults'));
  await refreshMails();
});
