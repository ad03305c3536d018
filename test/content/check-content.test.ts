import { describe, expect, it } from '@jest/globals';
import { checkContent, checkFiles } from '../../content/check-content';
import { CONTENT_DIR, withFiles } from './product-files';

describe('checking the content', () => {
  it('counts what it looked at and finds no fault in the product', () => {
    const report = checkContent(CONTENT_DIR);
    expect(report.faults).toEqual([]);
    expect(report.checks).toBeGreaterThan(1000);
    expect(report.porConfirmar).toBeGreaterThan(100);
  });

  it('gives back the faults of a bad file instead of throwing', () => {
    const report = checkFiles(withFiles({ 'textos/x.yaml': 'a: [', 'tramites/sisben.yaml': 'id: 7' }));
    expect(new Set(report.faults.map(({ file }) => file))).toEqual(
      new Set(['textos/x.yaml', 'tramites/sisben.yaml']),
    );
  });
});
