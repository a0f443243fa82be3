import { describe, expect, it } from 'vitest';
import { modules } from '../../shared/modules/all.ts';
import { moduleList, moduleView } from '../../shared/modules/moduleViews.ts';
import { sharedApplication } from './shared.ts';

describe('the modules of the construction set', () => {
  const app = sharedApplication();
  const get = (path: string) => app().nobody.get(path);

  it('are told to everybody, with limits and sources', async () => {
    const { modules: told } = moduleList.parse((await get('/api/modules')).body);
    expect(told.map(({ id }) => id)).toEqual(modules.map(({ id }) => id));
    for (const { id, parameters, sources } of told) {
      expect(sources.length, id).toBeGreaterThan(0);
      for (const parameter of parameters) expect(parameter.source, `${id} ${parameter.id}`).not.toBe('');
    }
  });

  it('say what follows from values that are written with their units', async () => {
    const tube = moduleView.parse((await get('/api/modules/frame-tube?length=76%20in')).body);
    expect(tube.values.length).toBeCloseTo(76 * 25.4);
    expect(tube.parts[0]?.cut?.length).toBeCloseTo(76 * 25.4);
    const usual = moduleView.parse((await get('/api/modules/frame-tube')).body);
    expect(tube.mass).not.toBe(usual.mass);
    expect(tube.interfaces.map(({ id }) => id)).toEqual(usual.interfaces.map(({ id }) => id));
  });

  it('refuse what is beyond their limits, and names that they do not have', async () => {
    for (const query of ['length=-1', 'length=1e999', 'length=', 'colour=red', 'toString=1']) {
      expect((await get(`/api/modules/frame-tube?${query}`)).status, query).toBe(400);
      expect((await get(`/api/modules/frame-tube/drawing.svg?${query}`)).status, query).toBe(400);
    }
    expect((await get('/api/modules/flying-carpet')).status).toBe(404);
    expect((await get('/api/modules/flying-carpet/drawing.svg')).status).toBe(404);
    expect((await get('/api/modules/frame-tube/drawing.svg?view=within')).status).toBe(400);
  });

  it('are drawn in lines, which run nothing and load nothing', async () => {
    const address = `http://127.0.0.1:${app().port}/api/modules/frame-tube/drawing.svg`;
    const [reply, same] = await Promise.all([fetch(`${address}?view=front`), fetch(`${address}?view=front`)]);
    const text = await reply.text();
    expect(text).toMatch(/^<svg .*<path .*<\/svg>\n$/s);
    expect(await same.text()).toBe(text);
    expect(reply.headers.get('content-type')).toBe('image/svg+xml; charset=utf-8');
    expect(reply.headers.get('content-security-policy')).toContain('sandbox');
    expect(reply.headers.get('x-content-type-options')).toBe('nosniff');
    const tag = reply.headers.get('etag') ?? '';
    const again = await fetch(`${address}?view=front`, { headers: { 'If-None-Match': tag } });
    expect(again.status).toBe(304);
    const longer = await fetch(`${address}?view=front&length=76%20in`);
    expect(longer.headers.get('etag')).not.toBe(tag);
  });
});
